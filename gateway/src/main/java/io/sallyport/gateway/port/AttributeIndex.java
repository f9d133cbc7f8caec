package io.sallyport.gateway.port;

import java.nio.ByteBuffer;
import java.util.ArrayList;
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
    /** The groups of which an object is a fresh member. */
    private static final String FRESH_MEMBER = "f:Object Group";

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

    /** The rows of these attributes. A fresh object has two for each of its groups. */
    public static List<Row> rows(AttributeList attributes) {
        boolean fresh = !Boolean.FALSE.equals(attributes.bool(AttributeType.FRESH));
        List<Row> rows = new ArrayList<>();
        for (Attribute attribute : attributes.attributes()) {
            String value = value(attribute);
            rows.add(new Row(name(attribute.name()), value, is(attribute, AttributeType.NAME)));
            if (fresh && is(attribute, AttributeType.OBJECT_GROUP)) {
                rows.add(new Row(FRESH_MEMBER, value, false));
            }
        }
        return rows.stream().distinct().toList();
    }

    /** The condition that an object is in this group, and no client got it yet. */
    public static Filter.HasAttribute freshMember(Attribute group) {
        return new Filter.HasAttribute(FRESH_MEMBER, value(group));
    }

    /** The condition that no client got the object yet. */
    public static Filter.NoOtherValue fresh() {
        return new Filter.NoOtherValue(name(AttributeType.FRESH),
                value(Attribute.bool(AttributeType.FRESH, true)));
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

    private static boolean is(Attribute attribute, AttributeType type) {
        return attribute.name() instanceof AttributeName.Standard(AttributeType known)
                && known == type;
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
