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
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeName;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.model.UniqueIdentifier;

/** Delete Attribute (KMIP 2.1 section 6.1.13). */
public final class DeleteAttribute {
    private static final Field<Request, UniqueIdentifier> ID = Field.optional(
            Tag.UNIQUE_IDENTIFIER, Identifiers.UNIQUE_IDENTIFIER, Request::uniqueIdentifier);
    private static final Field<Request, AttributeName> NAME = Field
            .<Request, AttributeName>optional(Tag.ATTRIBUTE_NAME, Attributes.NAME_TEXT,
                    Request::name)
            .until(KmipVersion.V2_0)
            .toldOtherwise();
    private static final Field<Request, Integer> INDEX = Field
            .<Request, Integer>optional(Tag.ATTRIBUTE_INDEX, Codecs.INTEGER, Request::index)
            .until(KmipVersion.V2_0);
    private static final Field<Request, Attribute> CURRENT = Field
            .<Request, Attribute>optional(Tag.CURRENT_ATTRIBUTE, Attributes.HELD, Request::current)
            .since(KmipVersion.V2_0);
    private static final Field<Request, AttributeName> REFERENCE = Field
            .<Request, AttributeName>optional(Tag.ATTRIBUTE_REFERENCE, Attributes.NAME_REFERENCE,
                    r -> r.current() == null ? r.name() : null)
            .since(KmipVersion.V2_0)
            .toldOtherwise();
    private static final Field<Response, String> ANSWERED_ID = Field.required(Tag.UNIQUE_IDENTIFIER,
            Identifiers.TEXT, Response::uniqueIdentifier);
    private static final Field<Response, Attribute> ANSWERED = Field
            .<Response, Attribute>optional(Tag.ATTRIBUTE, Attributes.ONE, Response::attribute)
            .until(KmipVersion.V2_0);

    static final PayloadBinding<Request, Response> BINDING = PayloadBinding
            .of(Operation.DELETE_ATTRIBUTE, Request.class,
                    StructureBinding.of("Delete Attribute Request Payload",
                            List.of(ID, NAME, INDEX, CURRENT, REFERENCE),
                            v -> new Request(v.get(ID),
                                    AttributeChoice.name(v.get(NAME), v.get(REFERENCE),
                                            v.get(CURRENT)),
                                    v.get(INDEX), v.get(CURRENT))),
                    Response.class,
                    StructureBinding.of("Delete Attribute Response Payload",
                            List.of(ANSWERED_ID, ANSWERED),
                            v -> new Response(v.need(ANSWERED_ID), v.get(ANSWERED))));

    private DeleteAttribute() {}

    /** 1.x tells the value by its index, 2.x by its current value; 2.x without it deletes all. */
    public record Request(@Nullable UniqueIdentifier uniqueIdentifier, AttributeName name,
            @Nullable Integer index, @Nullable Attribute current) implements RequestPayload {
        @Override
        public Operation operation() {
            return Operation.DELETE_ATTRIBUTE;
        }
    }

    /** 1.x answers the attribute, 2.x only the identifier. */
    public record Response(String uniqueIdentifier,
            @Nullable Attribute attribute) implements ResponsePayload {
        @Override
        public Operation operation() {
            return Operation.DELETE_ATTRIBUTE;
        }
    }
}
