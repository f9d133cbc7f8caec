package io.sallyport.kmip.message.payload;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.bind.Attributes;
import io.sallyport.kmip.bind.Codecs;
import io.sallyport.kmip.bind.Field;
import io.sallyport.kmip.bind.Identifiers;
import io.sallyport.kmip.bind.StructureBinding;
import io.sallyport.kmip.message.RequestPayload;
import io.sallyport.kmip.message.ResponsePayload;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.ObjectGroupMember;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.Tag;

/** Locate (KMIP 2.1 section 6.1.28). */
public final class Locate {
    private static final Field<Request, Integer> MAXIMUM = Field.optional(Tag.MAXIMUM_ITEMS,
            Codecs.INTEGER, Request::maximumItems);
    private static final Field<Request, Integer> OFFSET = Field
            .<Request, Integer>optional(Tag.OFFSET_ITEMS, Codecs.INTEGER, Request::offsetItems)
            .since(KmipVersion.V1_3);
    private static final Field<Request, Integer> STORAGE = Field.optional(Tag.STORAGE_STATUS_MASK,
            Codecs.INTEGER, Request::storageStatusMask);
    private static final Field<Request, Enumerated<ObjectGroupMember>> MEMBER = Field
            .<Request, Enumerated<ObjectGroupMember>>optional(Tag.OBJECT_GROUP_MEMBER,
                    Codecs.enumeration(ObjectGroupMember::of), Request::objectGroupMember)
            .since(KmipVersion.V1_1).until(KmipVersion.V3_0);
    private static final Field<Request, AttributeList> FILTER = Field.span("Attribute",
            Attributes.BARE, Request::filter);
    private static final Field<Response, Integer> LOCATED = Field
            .<Response, Integer>optional(Tag.LOCATED_ITEMS, Codecs.INTEGER, Response::locatedItems)
            .since(KmipVersion.V1_3);
    private static final Field<Response, List<String>> IDS = Field.repeated(Tag.UNIQUE_IDENTIFIER,
            Identifiers.TEXT, Response::uniqueIdentifiers);

    static final PayloadBinding<Request, Response> BINDING = PayloadBinding.of(Operation.LOCATE,
            Request.class,
            StructureBinding.of("Locate Request Payload",
                    List.of(MAXIMUM, OFFSET, STORAGE, MEMBER, FILTER),
                    v -> new Request(v.get(MAXIMUM), v.get(OFFSET), v.get(STORAGE), v.get(MEMBER),
                            v.need(FILTER))),
            Response.class, StructureBinding.of("Locate Response Payload", List.of(LOCATED, IDS),
                    v -> new Response(v.get(LOCATED), v.need(IDS))));

    private Locate() {}

    /** Every attribute of the filter must match. */
    public record Request(@Nullable Integer maximumItems, @Nullable Integer offsetItems,
            @Nullable Integer storageStatusMask,
            @Nullable Enumerated<ObjectGroupMember> objectGroupMember,
            AttributeList filter) implements RequestPayload {
        @Override
        public Operation operation() {
            return Operation.LOCATE;
        }
    }

    /** The count of all that match is told from 1.3 on. */
    public record Response(@Nullable Integer locatedItems,
            List<String> uniqueIdentifiers) implements ResponsePayload {
        public Response {
            uniqueIdentifiers = List.copyOf(uniqueIdentifiers);
        }

        @Override
        public Operation operation() {
            return Operation.LOCATE;
        }
    }
}
