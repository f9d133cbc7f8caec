package io.sallyport.kmip.message.payload;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.bind.Attributes;
import io.sallyport.kmip.bind.BindFault;
import io.sallyport.kmip.bind.Codecs;
import io.sallyport.kmip.bind.Dialect;
import io.sallyport.kmip.bind.Field;
import io.sallyport.kmip.bind.Identifiers;
import io.sallyport.kmip.bind.SpanCodec;
import io.sallyport.kmip.bind.StructureBinding;
import io.sallyport.kmip.message.RequestPayload;
import io.sallyport.kmip.message.ResponsePayload;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.CredentialType;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.ttlv.TtlvItem;

/** Create Credential (since 3.0, a draft). */
public final class CreateCredential {
    private static final Set<Integer> KINDS = Set.of(Tag.PASSWORD_CREDENTIAL,
            Tag.DEVICE_CREDENTIAL, Tag.OTP_CREDENTIAL, Tag.HASHED_PASSWORD_CREDENTIAL,
            Tag.CERTIFICATE);

    private static final Field<Request, Enumerated<CredentialType>> TYPE = Field.required(
            Tag.CREDENTIAL_TYPE, Codecs.enumeration(CredentialType::of), Request::credentialType);
    private static final Field<Request, AttributeList> ATTRIBUTES = Field.span("Attributes",
            Attributes.TEMPLATE, Request::attributes);
    private static final Field<Request, TtlvItem.Structure> CREDENTIAL = Field
            .span("its credential", new AnyKind(), Request::credential);
    private static final Field<Response, String> ANSWERED_ID = Field.required(Tag.UNIQUE_IDENTIFIER,
            Identifiers.TEXT, Response::uniqueIdentifier);

    static final PayloadBinding<Request, Response> BINDING = PayloadBinding.of(
            Operation.CREATE_CREDENTIAL, Request.class,
            StructureBinding.of("Create Credential Request Payload",
                    List.of(TYPE, ATTRIBUTES, CREDENTIAL),
                    v -> new Request(v.need(TYPE), v.need(ATTRIBUTES), v.need(CREDENTIAL))),
            Response.class,
            StructureBinding.of("Create Credential Response Payload", List.of(ANSWERED_ID),
                    v -> new Response(v.need(ANSWERED_ID))));

    private CreateCredential() {}

    /** The one structure whose tag names its kind. */
    private static final class AnyKind implements SpanCodec<TtlvItem.Structure> {
        @Override
        public boolean accepts(int tag) {
            return KINDS.contains(tag);
        }

        @Override
        public TtlvItem.@Nullable Structure decode(List<TtlvItem> items, KmipVersion version)
                throws BindFault {
            if (items.size() > 1) {
                throw new BindFault(ResultReason.INVALID_MESSAGE, "there are two credentials");
            }
            return items.isEmpty() ? null : Codecs.STRUCTURE.decode(items.getFirst(), version);
        }

        @Override
        public boolean encode(TtlvItem.Structure value, Dialect dialect, List<TtlvItem> out) {
            TtlvItem item = Codecs.STRUCTURE.encode(value.tag(), value, dialect);
            if (item != null) {
                out.add(item);
            }
            return item != null;
        }
    }

    /**
     * A new credential, which may hold a secret.
     *
     * @param credential a structure with the tag of its kind: Password Credential, Device
     *        Credential, OTP Credential, Hashed Password Credential or Certificate
     */
    public record Request(Enumerated<CredentialType> credentialType, AttributeList attributes,
            TtlvItem.Structure credential) implements RequestPayload {
        @Override
        public Operation operation() {
            return Operation.CREATE_CREDENTIAL;
        }

        @Override
        public String toString() {
            return "CreateCredential[" + credentialType + "]";
        }
    }

    /** What the server answers. */
    public record Response(String uniqueIdentifier) implements ResponsePayload {
        @Override
        public Operation operation() {
            return Operation.CREATE_CREDENTIAL;
        }
    }
}
