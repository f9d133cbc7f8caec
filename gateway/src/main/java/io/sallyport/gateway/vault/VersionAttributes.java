package io.sallyport.gateway.vault;

import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeName;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.ttlv.TtlvItem;

/**
 * What the managed object of one version is found by. The name is unique in its partition, which is
 * what makes check-and-set safe: of two that write the same version at the same time, the store
 * takes one. Stateless.
 */
public final class VersionAttributes {
    private static final String PREFIX = "vault/";
    private static final String VENDOR = "x";
    private static final String SHAPE = "vault-shape";
    private static final String DELETED = "vault-deleted";

    private VersionAttributes() {}

    /** The Name of a version, which counts from 1. */
    public static String name(SecretPath path, int version) {
        return PREFIX + path.text() + "#" + version;
    }

    /** The Object Group of all versions of a secret. */
    static Attribute group(SecretPath path) {
        return Attribute.text(AttributeType.OBJECT_GROUP, PREFIX + path.text());
    }

    /** The Object Group of the first versions of all secrets of a mount. */
    static Attribute mount(String mount) {
        return Attribute.text(AttributeType.OBJECT_GROUP, PREFIX + mount + SecretPath.END_OF_MOUNT);
    }

    /** The key of the secret that a name belongs to, below this mount; empty if it is none. */
    static String keyOf(String name, String mount) {
        int hash = name.lastIndexOf('#');
        String before = PREFIX + mount + SecretPath.END_OF_MOUNT;
        return hash > before.length() && name.startsWith(before)
                ? name.substring(before.length(), hash)
                : "";
    }

    /**
     * The attributes of a version that is in service at once.
     *
     * @param now in seconds since 1970
     */
    public static AttributeList of(SecretPath path, int version, SecretShape shape, long now) {
        AttributeList attributes = AttributeList.of(Attribute.name(name(path, version)),
                group(path), Attribute.vendor(VENDOR, SHAPE, shape.text()),
                Attribute.date(AttributeType.ACTIVATION_DATE, now));
        return version == 1 ? attributes.plus(mount(path.mount())) : attributes;
    }

    /** What a version holds; a document if it is not said. */
    public static SecretShape shape(AttributeList attributes) {
        return SecretShape.named(text(attributes, SHAPE)).orElse(SecretShape.DOCUMENT);
    }

    /** Says that a version is deleted, until it is taken back. */
    static Attribute deleted(long at) {
        return Attribute.vendor(VENDOR, DELETED, Long.toString(at));
    }

    /** The name of {@link #deleted}. */
    static AttributeName deletedName() {
        return new AttributeName.Vendor(VENDOR, DELETED);
    }

    /** When a version was deleted, in seconds since 1970; 0 if it is not. */
    static long deletedAt(AttributeList attributes) {
        String text = text(attributes, DELETED);
        return text.isEmpty() ? 0 : Long.parseLong(text);
    }

    private static String text(AttributeList attributes, String name) {
        return attributes.all(new AttributeName.Vendor(VENDOR, name)).findFirst()
                .map(attribute -> attribute.value() instanceof TtlvItem.TextStringItem text
                        ? text.text()
                        : "")
                .orElse("");
    }
}
