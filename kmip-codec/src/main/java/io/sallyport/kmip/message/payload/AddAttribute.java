package io.sallyport.kmip.message.payload;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.bind.Attributes;
import io.sallyport.kmip.bind.Field;
import io.sallyport.kmip.bind.Identifiers;
import io.sallyport.kmip.bind.StructureBinding;
import io.sallyport.kmip.message.RequestPayload;
import io.sallyport.kmip.message.ResponsePayload;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.model.UniqueIdentifier;

/** Add Attribute (KMIP 2.1 section 6.1.2). */
public final class AddAttribute {
    private static final Field<Request, UniqueIdentifier> ID = Field.optional(
            Tag.UNIQUE_IDENTIFIER, Identifiers.UNIQUE_IDENTIFIER, Request::uniqueIdentifier);
    private static final Field<Request, Attribute> ATTRIBUTE = Field
            .<Request, Attribute>optional(Tag.ATTRIBUTE, Attributes.ONE, Request::attribute)
            .until(KmipVersion.V2_0)
            .toldOtherwise();
    private static final Field<Request, Attribute> NEW = Field
            .<Request, Attribute>optional(Tag.NEW_ATTRIBUTE, Attributes.HELD, Request::attribute)
            .since(KmipVersion.V2_0)
            .toldOtherwise();
    private static final Field<Response, String> ANSWERED_ID = Field.required(Tag.UNIQUE_IDENTIFIER,
            Identifiers.TEXT, Response::uniqueIdentifier);
    private static final Field<Response, Attribute> ANSWERED = Field
            .<Response, Attribute>optional(Tag.ATTRIBUTE, Attributes.ONE, Response::attribute)
            .until(KmipVersion.V2_0);

    static final PayloadBinding<Request, Response> BINDING = PayloadBinding.of(
            Operation.ADD_ATTRIBUTE, Request.class,
            StructureBinding.of("Add Attribute Request Payload", List.of(ID, ATTRIBUTE, NEW),
                    v -> new Request(v.get(ID), AttributeChoice.one(v.get(ATTRIBUTE), v.get(NEW)))),
            Response.class,
            StructureBinding.of("Add Attribute Response Payload", List.of(ANSWERED_ID, ANSWERED),
                    v -> new Response(v.need(ANSWERED_ID), v.get(ANSWERED))));

    private AddAttribute() {}

    /** One new value of one attribute. */
    public record Request(@Nullable UniqueIdentifier uniqueIdentifier,
            Attribute attribute) implements RequestPayload {
        @Override
        public Operation operation() {
            return Operation.ADD_ATTRIBUTE;
        }
    }

    /** 1.x answers the attribute with its index, 2.x only the identifier. */
    public record Response(String uniqueIdentifier,
            @Nullable Attribute attribute) implements ResponsePayload {
        @Override
        public Operation operation() {
            return Operation.ADD_ATTRIBUTE;
        }
    }
}
