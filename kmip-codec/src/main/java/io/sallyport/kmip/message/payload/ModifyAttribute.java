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

/** Modify Attribute (KMIP 2.1 section 6.1.34). */
public final class ModifyAttribute {
    private static final Field<Request, UniqueIdentifier> ID = Field.optional(
            Tag.UNIQUE_IDENTIFIER, Identifiers.UNIQUE_IDENTIFIER, Request::uniqueIdentifier);
    private static final Field<Request, Attribute> ATTRIBUTE = Field
            .<Request, Attribute>optional(Tag.ATTRIBUTE, Attributes.ONE, Request::next)
            .until(KmipVersion.V2_0)
            .toldOtherwise();
    private static final Field<Request, Attribute> CURRENT = Field
            .<Request, Attribute>optional(Tag.CURRENT_ATTRIBUTE, Attributes.HELD, Request::current)
            .since(KmipVersion.V2_0);
    private static final Field<Request, Attribute> NEW = Field
            .<Request, Attribute>optional(Tag.NEW_ATTRIBUTE, Attributes.HELD, Request::next)
            .since(KmipVersion.V2_0)
            .toldOtherwise();
    private static final Field<Response, String> ANSWERED_ID = Field.required(Tag.UNIQUE_IDENTIFIER,
            Identifiers.TEXT, Response::uniqueIdentifier);
    private static final Field<Response, Attribute> ANSWERED = Field
            .<Response, Attribute>optional(Tag.ATTRIBUTE, Attributes.ONE, Response::attribute)
            .until(KmipVersion.V2_0);

    static final PayloadBinding<Request, Response> BINDING = PayloadBinding.of(
            Operation.MODIFY_ATTRIBUTE, Request.class,
            StructureBinding.of("Modify Attribute Request Payload",
                    List.of(ID, ATTRIBUTE, CURRENT, NEW),
                    v -> new Request(v.get(ID), v.get(CURRENT),
                            AttributeChoice.one(v.get(ATTRIBUTE), v.get(NEW)))),
            Response.class,
            StructureBinding.of("Modify Attribute Response Payload", List.of(ANSWERED_ID, ANSWERED),
                    v -> new Response(v.need(ANSWERED_ID), v.get(ANSWERED))));

    private ModifyAttribute() {}

    /** 1.x tells the value to change by its index, 2.x by its current value. */
    public record Request(@Nullable UniqueIdentifier uniqueIdentifier,
            @Nullable Attribute current, Attribute next) implements RequestPayload {
        @Override
        public Operation operation() {
            return Operation.MODIFY_ATTRIBUTE;
        }
    }

    /** 1.x answers the attribute, 2.x only the identifier. */
    public record Response(String uniqueIdentifier,
            @Nullable Attribute attribute) implements ResponsePayload {
        @Override
        public Operation operation() {
            return Operation.MODIFY_ATTRIBUTE;
        }
    }
}
