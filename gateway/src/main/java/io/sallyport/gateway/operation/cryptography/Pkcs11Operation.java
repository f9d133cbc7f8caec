package io.sallyport.gateway.operation.cryptography;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.authorisation.Access;
import io.sallyport.gateway.operation.Call;
import io.sallyport.gateway.operation.KmipOperation;
import io.sallyport.gateway.operation.OperationFault;
import io.sallyport.gateway.operation.Outcome;
import io.sallyport.kmip.message.payload.Pkcs11;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.Pkcs11Function;
import io.sallyport.kmip.model.Pkcs11ReturnCode;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.ttlv.ByteSlice;
import io.vertx.core.Future;

/**
 * PKCS#11 (2.1 section 6.1.41): a client may initialise the library, ask what it is, and finish.
 * Every other function answers that it is not supported, as a library without any slot would;
 * keys are used by the operations of KMIP. Until 3.0 only the answer to the initialisation tells
 * the Correlation Value; later answers repeat it.
 */
public final class Pkcs11Operation implements KmipOperation<Pkcs11.Request> {
    private static final String INTERFACE = "PKCS 11";
    private static final int TEXT_BYTES = 32;
    private static final byte[] CRYPTOKI_2_40 = {2, 40};
    private static final byte[] LIBRARY_1_0 = {1, 0};

    private final Streams streams;

    /** The operation; what clients initialised is kept with the operations in parts. */
    public Pkcs11Operation(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Operation operation() {
        return Operation.PKCS_11;
    }

    @Override
    public Class<Pkcs11.Request> payloadType() {
        return Pkcs11.Request.class;
    }

    @Override
    public Access access() {
        return Access.CRYPTO_USER;
    }

    @Override
    public boolean changesState() {
        return false;
    }

    @Override
    public Future<Outcome> handle(Call call, Pkcs11.Request payload) throws OperationFault {
        if (payload.pkcs11Interface() != null && !payload.pkcs11Interface().equals(INTERFACE)) {
            throw new OperationFault(ResultReason.PKCS_11_INVALID_INTERFACE,
                    "There is no such PKCS#11 interface.");
        }
        Pkcs11Function function = payload.pkcs11Function().known();
        if (function == null) {
            throw new OperationFault(ResultReason.PKCS_11_INVALID_FUNCTION,
                    "There is no such PKCS#11 function.");
        }
        boolean repeats = call.version().atLeast(KmipVersion.V3_0);
        Pkcs11.Response answer = switch (function) {
            case C_INITIALIZE -> payload.correlationValue() == null
                    ? answer(payload, keep(call, Portion.WHOLE), null, Pkcs11ReturnCode.OK)
                    : answer(payload, known(call, payload),
                            null, Pkcs11ReturnCode.CRYPTOKI_ALREADY_INITIALIZED);
            case C_GET_INFO -> {
                ByteSlice known = known(call, payload);
                yield answer(payload, repeats ? known : null, info(), Pkcs11ReturnCode.OK);
            }
            case C_FINALIZE -> {
                Portion finished = taken(call, payload);
                yield answer(payload, repeats ? finished.correlation() : null, null,
                        Pkcs11ReturnCode.OK);
            }
            default -> {
                ByteSlice known = known(call, payload);
                yield answer(payload, repeats ? known : null, null,
                        Pkcs11ReturnCode.FUNCTION_NOT_SUPPORTED);
            }
        };
        return Future.succeededFuture(Outcome.of(answer));
    }

    /** The client's correlation value if it initialised, which it stays. */
    private ByteSlice known(Call call, Pkcs11.Request payload) throws OperationFault {
        return keep(call, taken(call, payload));
    }

    private Portion taken(Call call, Pkcs11.Request payload) throws OperationFault {
        if (payload.correlationValue() == null) {
            throw new OperationFault(ResultReason.INVALID_CORRELATION_VALUE,
                    "PKCS#11 was not initialised.");
        }
        return streams.portion(call, operation(), null, null, payload.correlationValue());
    }

    private ByteSlice keep(Call call, Portion portion) throws OperationFault {
        return streams.keep(call, portion, new Stream(operation(), null,
                new StreamSpec.Cryptoki(), true, ByteSlice.EMPTY));
    }

    private static Pkcs11.Response answer(Pkcs11.Request payload,
            @Nullable ByteSlice correlation, @Nullable ByteSlice output, Pkcs11ReturnCode code) {
        return new Pkcs11.Response(payload.pkcs11Interface(), payload.pkcs11Function(),
                correlation, output, Enumerated.of(code));
    }

    /** CK_INFO: versions are two bytes, texts 32 with blanks, flags eight. */
    private static ByteSlice info() {
        ByteBuffer info = ByteBuffer.allocate(CRYPTOKI_2_40.length + TEXT_BYTES + Long.BYTES
                + TEXT_BYTES + LIBRARY_1_0.length);
        info.put(CRYPTOKI_2_40).put(padded("Sallyport")).putLong(0)
                .put(padded("Sallyport KMIP gateway")).put(LIBRARY_1_0);
        return ByteSlice.of(info.array());
    }

    private static byte[] padded(String text) {
        return (text + " ".repeat(TEXT_BYTES - text.length()))
                .getBytes(StandardCharsets.US_ASCII);
    }
}
