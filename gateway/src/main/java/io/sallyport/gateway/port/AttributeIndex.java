package io.sallyport.gateway.port;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.port.LocateQuery.Filter;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeName;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.ttlv.TtlvBinary;

/**
 * The canonical form in which attributes are searched: a name, and the SHA-256 of the value's
 * binary encoding in base64url, so that every type and length of value makes one short key.
 * Stateless.
 */
public final class AttributeIndex {

    private AttributeIndex() {}

    /**
     * A row of the index.
     *
     * @param exclusive whether two objects of a partition may not both have it
     */
    public record Row(String name, String value, boolean exclusive) {}

    /** The name under which the index has a standard attribute. */
    public static String name(AttributeType type) {
        return "s:" + type.text();
    }

    /** The rows of these attributes. */
    public static List<Row> rows(AttributeList attributes) {
        return attributes.attributes().stream().map(attribute -> new Row(name(attribute.name()),
                value(attribute), isName(attribute.name()))).distinct().toList();
    }

    /** The condition that an object has this attribute, whatever its index. */
    public static Filter.HasAttribute filter(Attribute attribute) {
        return new Filter.HasAttribute(name(attribute.name()), value(attribute));
    }

    /** The condition that an object was made by this user, or by none. */
    public static Filter.NoOtherValue ownedBy(@Nullable String user) {
        Attribute owner = ObjectOwner.attribute(user == null ? "" : user);
        return new Filter.NoOtherValue(name(owner.name()), user == null ? null : value(owner));
    }

    private static boolean isName(AttributeName name) {
        return name instanceof AttributeName.Standard(AttributeType type)
                && type == AttributeType.NAME;
    }

    /** The length keeps two pairs of vendor and name apart whose concatenations are equal. */
    private static String name(AttributeName name) {
        return switch (name) {
            case AttributeName.Standard(AttributeType type) -> name(type);
            case AttributeName.Vendor(String vendor, String text) ->
                "v" + vendor.length() + ":" + vendor + text;
            case AttributeName.Unknown(String text) -> "u:" + text;
        };
    }

    private static String value(Attribute attribute) {
        ByteBuffer encoded = ByteBuffer.allocate(TtlvBinary.encodedLength(attribute.value()));
        TtlvBinary.encode(attribute.value(), encoded);
        byte[] digest = AttributeForm.digest(encoded.array()).toByteArray();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }
}
