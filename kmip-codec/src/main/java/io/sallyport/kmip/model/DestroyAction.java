// Generated from kmip-spec; do not edit.
// @formatter:off
package io.sallyport.kmip.model;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** The enumeration Destroy Action of KMIP. */
@Generated("io.sallyport.kmip.model.ModelGenerator")
public enum DestroyAction implements KmipEnumeration {
    /** Unspecified; since 1.3. */
    UNSPECIFIED(0x00000001, "Unspecified", KmipVersion.V1_3, null),
    /** Key Material Deleted; since 1.3. */
    KEY_MATERIAL_DELETED(0x00000002, "KeyMaterialDeleted", KmipVersion.V1_3, null),
    /** Key Material Shredded; since 1.3. */
    KEY_MATERIAL_SHREDDED(0x00000003, "KeyMaterialShredded", KmipVersion.V1_3, null),
    /** Meta Data Deleted; since 1.3. */
    META_DATA_DELETED(0x00000004, "MetaDataDeleted", KmipVersion.V1_3, null),
    /** Meta Data Shredded; since 1.3. */
    META_DATA_SHREDDED(0x00000005, "MetaDataShredded", KmipVersion.V1_3, null),
    /** Deleted; since 1.3. */
    DELETED(0x00000006, "Deleted", KmipVersion.V1_3, null),
    /** Shredded; since 1.3. */
    SHREDDED(0x00000007, "Shredded", KmipVersion.V1_3, null),
    ;

    private final int code;
    private final String xmlName;
    private final KmipVersion since;
    private final @Nullable KmipVersion until;

    DestroyAction(int code, String xmlName, KmipVersion since, @Nullable KmipVersion until) {
        this.code = code;
        this.xmlName = xmlName;
        this.since = since;
        this.until = until;
    }

    @Override
    public int code() {
        return code;
    }

    @Override
    public String xmlName() {
        return xmlName;
    }

    @Override
    public KmipVersion since() {
        return since;
    }

    @Override
    public @Nullable KmipVersion until() {
        return until;
    }

    /** The value with this code, or null where this build knows none. */
    public static @Nullable DestroyAction of(int code) {
        return switch (code) {
            case 0x00000001 -> UNSPECIFIED;
            case 0x00000002 -> KEY_MATERIAL_DELETED;
            case 0x00000003 -> KEY_MATERIAL_SHREDDED;
            case 0x00000004 -> META_DATA_DELETED;
            case 0x00000005 -> META_DATA_SHREDDED;
            case 0x00000006 -> DELETED;
            case 0x00000007 -> SHREDDED;
            default -> null;
        };
    }
}
