package io.sallyport.kmip.message.payload;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.bind.Attributes;
import io.sallyport.kmip.bind.Codecs;
import io.sallyport.kmip.bind.Field;
import io.sallyport.kmip.bind.Identifiers;
import io.sallyport.kmip.bind.ProtectionMasks;
import io.sallyport.kmip.bind.StructureBinding;
import io.sallyport.kmip.message.RequestPayload;
import io.sallyport.kmip.message.ResponsePayload;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.model.UniqueIdentifier;

/** Re-key (KMIP 2.1 section 6.1.46). */
public final class ReKey {
    private static final Field<Request, UniqueIdentifier> ID = Field.optional(Tag.UNIQUE_IDENTIFIER,
            Identifiers.UNIQUE_IDENTIFIER, Request::uniqueIdentifier);
    private static final Field<Request, Integer> OFFSET =
            Field.optional(Tag.OFFSET, Codecs.INTERVAL, Request::offset);
    private static final Field<Request, AttributeList> ATTRIBUTES = Field
            .optionalSpan("Template-Attribute", Attributes.OPTIONAL_TEMPLATE, Request::attributes);
    private static final Field<Request, List<Integer>> MASKS = Field
            .<Request, List<Integer>>optional(Tag.PROTECTION_STORAGE_MASKS, ProtectionMasks.CODEC,
                    r -> ProtectionMasks.orNull(r.protectionStorageMasks()))
            .since(KmipVersion.V2_0);
    private static final Field<Response, String> ANSWERED_ID =
            Field.required(Tag.UNIQUE_IDENTIFIER, Identifiers.TEXT, Response::uniqueIdentifier);
    private static final Field<Response, AttributeList> ANSWERED_ATTRIBUTES =
            Field.<Response, AttributeList>optionalSpan("Template-Attribute",
                    Attributes.ANSWERED_TEMPLATE, Response::attributes).until(KmipVersion.V2_0);

    static final PayloadBinding<Request, Response> BINDING = PayloadBinding.of(Operation.RE_KEY,
            Request.class,
            StructureBinding.of("Re-key Request Payload", List.of(ID, OFFSET, ATTRIBUTES, MASKS),
                    v -> new Request(v.get(ID), v.get(OFFSET),
                            Attributes.orEmpty(v.get(ATTRIBUTES)),
                            ProtectionMasks.orEmpty(v.get(MASKS)))),
            Response.class,
            StructureBinding.of("Re-key Response Payload",
                    List.of(ANSWERED_ID, ANSWERED_ATTRIBUTES),
                    v -> new Response(v.need(ANSWERED_ID), v.get(ANSWERED_ATTRIBUTES))));

    private ReKey() {}

    /** The offset is in seconds from the Initial Date to the Activation Date of the new key. */
    public record Request(@Nullable UniqueIdentifier uniqueIdentifier, @Nullable Integer offset,
            AttributeList attributes,
            List<Integer> protectionStorageMasks) implements RequestPayload {
        public Request {
            protectionStorageMasks = List.copyOf(protectionStorageMasks);
        }

        @Override
        public Operation operation() {
            return Operation.RE_KEY;
        }
    }

    /** The attributes are those of 1.x that the server chose by itself. */
    public record Response(String uniqueIdentifier,
            @Nullable AttributeList attributes) implements ResponsePayload {
        @Override
        public Operation operation() {
            return Operation.RE_KEY;
        }
    }
}
