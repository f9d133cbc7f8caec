package io.sallyport.gateway.cli;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeName;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.CryptographicAlgorithm;
import io.sallyport.kmip.model.KmipEnumeration;
import io.sallyport.kmip.model.ObjectType;
import io.sallyport.kmip.model.State;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** What an operator wants to know of a key; {@code -} where there is nothing to know. */
record KeyFacts(String id, String type, String algorithm, String length, String state,
        List<String> names) {

    /** The attributes from which the facts are read. */
    static final List<AttributeName> NAMES = Stream.of(AttributeType.OBJECT_TYPE,
            AttributeType.CRYPTOGRAPHIC_ALGORITHM, AttributeType.CRYPTOGRAPHIC_LENGTH,
            AttributeType.STATE, AttributeType.NAME).map(AttributeName::of).toList();

    static KeyFacts of(String id, AttributeList attributes) {
        Integer type = attributes.enumerationCode(AttributeType.OBJECT_TYPE);
        Integer algorithm = attributes.enumerationCode(AttributeType.CRYPTOGRAPHIC_ALGORITHM);
        Integer state = attributes.enumerationCode(AttributeType.STATE);
        Integer length = attributes.integer(AttributeType.CRYPTOGRAPHIC_LENGTH);
        return new KeyFacts(id, named(type == null ? null : ObjectType.of(type)),
                named(algorithm == null ? null : CryptographicAlgorithm.of(algorithm)),
                length == null ? "-" : length.toString(),
                named(state == null ? null : State.of(state)), attributes.names());
    }

    JsonObject json() {
        return new JsonObject().put("id", id).put("type", type).put("algorithm", algorithm)
                .put("length", length).put("state", state).put("names", new JsonArray(names));
    }

    private static String named(@Nullable KmipEnumeration value) {
        return value == null ? "-" : value.xmlName();
    }
}
