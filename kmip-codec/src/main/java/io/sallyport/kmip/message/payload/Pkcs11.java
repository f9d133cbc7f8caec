package io.sallyport.kmip.message.payload;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.bind.Codecs;
import io.sallyport.kmip.bind.Field;
import io.sallyport.kmip.bind.StructureBinding;
import io.sallyport.kmip.message.RequestPayload;
import io.sallyport.kmip.message.ResponsePayload;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.Pkcs11Function;
import io.sallyport.kmip.model.Pkcs11ReturnCode;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.ttlv.ByteSlice;

/** PKCS#11 (since 2.0; KMIP 2.1 section 6.1.37). */
public final class Pkcs11 {
    private static final Field<Request, String> INTERFACE =
            Field.optional(Tag.PKCS_11_INTERFACE, Codecs.TEXT, Request::pkcs11Interface);
    private static final Field<Request, Enumerated<Pkcs11Function>> FUNCTION = Field.required(
            Tag.PKCS_11_FUNCTION, Codecs.enumeration(Pkcs11Function::of), Request::pkcs11Function);
    private static final Field<Request, ByteSlice> CORRELATION =
            Field.optional(Tag.CORRELATION_VALUE, Codecs.BYTES, Request::correlationValue);
    private static final Field<Request, ByteSlice> INPUT =
            Field.optional(Tag.PKCS_11_INPUT_PARAMETERS, Codecs.BYTES, Request::inputParameters);
    private static final Field<Response, String> ANSWERED_INTERFACE =
            Field.optional(Tag.PKCS_11_INTERFACE, Codecs.TEXT, Response::pkcs11Interface);
    private static final Field<Response, Enumerated<Pkcs11Function>> ANSWERED_FUNCTION =
            Field.required(Tag.PKCS_11_FUNCTION, Codecs.enumeration(Pkcs11Function::of),
                    Response::pkcs11Function);
    private static final Field<Response, ByteSlice> ANSWERED_CORRELATION =
            Field.optional(Tag.CORRELATION_VALUE, Codecs.BYTES, Response::correlationValue);
    private static final Field<Response, ByteSlice> OUTPUT =
            Field.optional(Tag.PKCS_11_OUTPUT_PARAMETERS, Codecs.BYTES, Response::outputParameters);
    private static final Field<Response, Enumerated<Pkcs11ReturnCode>> RETURN_CODE =
            Field.required(Tag.PKCS_11_RETURN_CODE, Codecs.codeOrNumber(Pkcs11ReturnCode::of),
                    Response::returnCode);

    static final PayloadBinding<Request, Response> BINDING = PayloadBinding.of(Operation.PKCS_11,
            Request.class,
            StructureBinding.of("PKCS#11 Request Payload",
                    List.of(INTERFACE, FUNCTION, CORRELATION, INPUT),
                    v -> new Request(v.get(INTERFACE), v.need(FUNCTION), v.get(CORRELATION),
                            v.get(INPUT))),
            Response.class,
            StructureBinding.of("PKCS#11 Response Payload",
                    List.of(ANSWERED_INTERFACE, ANSWERED_FUNCTION, ANSWERED_CORRELATION, OUTPUT,
                            RETURN_CODE),
                    v -> new Response(v.get(ANSWERED_INTERFACE), v.need(ANSWERED_FUNCTION),
                            v.get(ANSWERED_CORRELATION), v.get(OUTPUT), v.need(RETURN_CODE))));

    private Pkcs11() {}

    /** One call of a function; the parameters are in the encoding of KMIP 2.1 section 6.1.37. */
    public record Request(@Nullable String pkcs11Interface,
            Enumerated<Pkcs11Function> pkcs11Function, @Nullable ByteSlice correlationValue,
            @Nullable ByteSlice inputParameters) implements RequestPayload {
        @Override
        public Operation operation() {
            return Operation.PKCS_11;
        }
    }

    /** What the function returned. */
    public record Response(@Nullable String pkcs11Interface,
            Enumerated<Pkcs11Function> pkcs11Function, @Nullable ByteSlice correlationValue,
            @Nullable ByteSlice outputParameters,
            Enumerated<Pkcs11ReturnCode> returnCode) implements ResponsePayload {
        @Override
        public Operation operation() {
            return Operation.PKCS_11;
        }
    }
}
