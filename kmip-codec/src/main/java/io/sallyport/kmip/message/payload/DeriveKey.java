package io.sallyport.kmip.message.payload;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.bind.Attributes;
import io.sallyport.kmip.bind.Codecs;
import io.sallyport.kmip.bind.Derivations;
import io.sallyport.kmip.bind.Field;
import io.sallyport.kmip.bind.Identifiers;
import io.sallyport.kmip.bind.StructureBinding;
import io.sallyport.kmip.message.RequestPayload;
import io.sallyport.kmip.message.ResponsePayload;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.DerivationMethod;
import io.sallyport.kmip.model.DerivationParameters;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.ObjectType;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.model.UniqueIdentifier;

/** Derive Key (KMIP 2.1 section 6.1.14). */
public final class DeriveKey {
    private static final Field<Request, Enumerated<ObjectType>> TYPE = Field
            .required(Tag.OBJECT_TYPE, Codecs.enumeration(ObjectType::of), Request::objectType);
    private static final Field<Request, List<UniqueIdentifier>> IDS = Field.repeated(
            Tag.UNIQUE_IDENTIFIER, Identifiers.UNIQUE_IDENTIFIER, Request::uniqueIdentifiers);
    private static final Field<Request, Enumerated<DerivationMethod>> METHOD =
            Field.required(Tag.DERIVATION_METHOD, Codecs.enumeration(DerivationMethod::of),
                    Request::derivationMethod);
    private static final Field<Request, DerivationParameters> PARAMETERS = Field.required(
            Tag.DERIVATION_PARAMETERS, Derivations.PARAMETERS, Request::derivationParameters);
    private static final Field<Request, AttributeList> ATTRIBUTES =
            Field.span("Template-Attribute", Attributes.TEMPLATE, Request::attributes);
    private static final Field<Response, String> ANSWERED_ID =
            Field.required(Tag.UNIQUE_IDENTIFIER, Identifiers.TEXT, Response::uniqueIdentifier);
    private static final Field<Response, AttributeList> ANSWERED_ATTRIBUTES =
            Field.<Response, AttributeList>optionalSpan("Template-Attribute",
                    Attributes.ANSWERED_TEMPLATE, Response::attributes).until(KmipVersion.V2_0);

    static final PayloadBinding<Request, Response> BINDING =
            PayloadBinding
                    .of(Operation.DERIVE_KEY, Request.class,
                            StructureBinding.of("Derive Key Request Payload",
                                    List.of(TYPE, IDS, METHOD, PARAMETERS, ATTRIBUTES),
                                    v -> new Request(
                                            v.need(TYPE), v.need(IDS), v.need(METHOD),
                                            v.need(PARAMETERS), v.need(ATTRIBUTES))),
                            Response.class,
                            StructureBinding.of("Derive Key Response Payload",
                                    List.of(ANSWERED_ID, ANSWERED_ATTRIBUTES),
                                    v -> new Response(v.need(ANSWERED_ID),
                                            v.get(ANSWERED_ATTRIBUTES))));

    private DeriveKey() {}

    /** The identifiers: the key to derive from, and Secret Data with its input. */
    public record Request(Enumerated<ObjectType> objectType,
            List<UniqueIdentifier> uniqueIdentifiers, Enumerated<DerivationMethod> derivationMethod,
            DerivationParameters derivationParameters,
            AttributeList attributes) implements RequestPayload {
        public Request {
            uniqueIdentifiers = List.copyOf(uniqueIdentifiers);
        }

        @Override
        public Operation operation() {
            return Operation.DERIVE_KEY;
        }
    }

    /** The attributes are those of 1.x that the server chose by itself. */
    public record Response(String uniqueIdentifier,
            @Nullable AttributeList attributes) implements ResponsePayload {
        @Override
        public Operation operation() {
            return Operation.DERIVE_KEY;
        }
    }
}
