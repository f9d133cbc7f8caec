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
import io.sallyport.kmip.model.AdjustmentType;
import io.sallyport.kmip.model.AttributeName;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.model.UniqueIdentifier;
import io.sallyport.kmip.ttlv.TtlvItem;

/** Adjust Attribute (since 2.0; KMIP 2.1 section 6.1.3). */
public final class AdjustAttribute {
    private static final Field<Request, UniqueIdentifier> ID = Field.optional(Tag.UNIQUE_IDENTIFIER,
            Identifiers.UNIQUE_IDENTIFIER, Request::uniqueIdentifier);
    private static final Field<Request, AttributeName> REFERENCE =
            Field.required(Tag.ATTRIBUTE_REFERENCE, Attributes.NAME_REFERENCE, Request::name);
    private static final Field<Request, Enumerated<AdjustmentType>> ADJUSTMENT = Field.required(
            Tag.ADJUSTMENT_TYPE, Codecs.enumeration(AdjustmentType::of), Request::adjustmentType);
    private static final Field<Request, TtlvItem> VALUE =
            Field.optional(Tag.ADJUSTMENT_VALUE, Codecs.ITEM, Request::adjustmentValue);
    private static final Field<Response, String> ANSWERED_ID =
            Field.required(Tag.UNIQUE_IDENTIFIER, Identifiers.TEXT, Response::uniqueIdentifier);

    static final PayloadBinding<Request, Response> BINDING =
            PayloadBinding.of(Operation.ADJUST_ATTRIBUTE, Request.class,
                    StructureBinding.of("Adjust Attribute Request Payload",
                            List.of(ID, REFERENCE, ADJUSTMENT, VALUE),
                            v -> new Request(v.get(ID), v.need(REFERENCE), v.need(ADJUSTMENT),
                                    v.get(VALUE))),
                    Response.class, StructureBinding.of("Adjust Attribute Response Payload",
                            List.of(ANSWERED_ID), v -> new Response(v.need(ANSWERED_ID))));

    private AdjustAttribute() {}

    /** The value is of the type of the attribute; absent means one. */
    public record Request(@Nullable UniqueIdentifier uniqueIdentifier, AttributeName name,
            Enumerated<AdjustmentType> adjustmentType,
            @Nullable TtlvItem adjustmentValue) implements RequestPayload {
        @Override
        public Operation operation() {
            return Operation.ADJUST_ATTRIBUTE;
        }
    }

    /** What the server answers. */
    public record Response(String uniqueIdentifier) implements ResponsePayload {
        @Override
        public Operation operation() {
            return Operation.ADJUST_ATTRIBUTE;
        }
    }
}
