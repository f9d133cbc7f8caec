// Generated from kmip-spec; do not edit.
// @formatter:off
package io.sallyport.kmip.model;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** The enumeration Key Compression Type of KMIP. */
@Generated("io.sallyport.kmip.model.ModelGenerator")
public enum KeyCompressionType implements KmipEnumeration {
    /** EC Public Key Type Uncompressed; since 1.0. */
    EC_PUBLIC_KEY_TYPE_UNCOMPRESSED(0x00000001, "ECPublicKeyTypeUncompressed", KmipVersion.V1_0, null),
    /** EC Public Key Type X9.62 Compressed Prime; since 1.0. */
    EC_PUBLIC_KEY_TYPE_X9_62_COMPRESSED_PRIME(0x00000002, "ECPublicKeyTypeX9_62CompressedPrime", KmipVersion.V1_0, null),
    /** EC Public Key Type X9.62 Compressed Char2; since 1.0. */
    EC_PUBLIC_KEY_TYPE_X9_62_COMPRESSED_CHAR2(0x00000003, "ECPublicKeyTypeX9_62CompressedChar2", KmipVersion.V1_0, null),
    /** EC Public Key Type X9.62 Hybrid; since 1.0. */
    EC_PUBLIC_KEY_TYPE_X9_62_HYBRID(0x00000004, "ECPublicKeyTypeX9_62Hybrid", KmipVersion.V1_0, null),
    ;

    private final int code;
    private final String xmlName;
    private final KmipVersion since;
    private final @Nullable KmipVersion until;

    KeyCompressionType(int code, String xmlName, KmipVersion since, @Nullable KmipVersion until) {
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
    public static @Nullable KeyCompressionType of(int code) {
        return switch (code) {
            case 0x00000001 -> EC_PUBLIC_KEY_TYPE_UNCOMPRESSED;
            case 0x00000002 -> EC_PUBLIC_KEY_TYPE_X9_62_COMPRESSED_PRIME;
            case 0x00000003 -> EC_PUBLIC_KEY_TYPE_X9_62_COMPRESSED_CHAR2;
            case 0x00000004 -> EC_PUBLIC_KEY_TYPE_X9_62_HYBRID;
            default -> null;
        };
    }
}
