// Generated from kmip-spec; do not edit.
// @formatter:off
package io.sallyport.kmip.model;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** The enumeration Hashing Algorithm of KMIP. */
@Generated("io.sallyport.kmip.model.ModelGenerator")
public enum HashingAlgorithm implements KmipEnumeration {
    /** MD2; since 1.0. */
    MD2(0x00000001, "MD2", KmipVersion.V1_0, null),
    /** MD4; since 1.0. */
    MD4(0x00000002, "MD4", KmipVersion.V1_0, null),
    /** MD5; since 1.0. */
    MD5(0x00000003, "MD5", KmipVersion.V1_0, null),
    /** SHA-1; since 1.0. */
    SHA_1(0x00000004, "SHA_1", KmipVersion.V1_0, null),
    /** SHA-224; since 1.0. */
    SHA_224(0x00000005, "SHA_224", KmipVersion.V1_0, null),
    /** SHA-256; since 1.0. */
    SHA_256(0x00000006, "SHA_256", KmipVersion.V1_0, null),
    /** SHA-384; since 1.0. */
    SHA_384(0x00000007, "SHA_384", KmipVersion.V1_0, null),
    /** SHA-512; since 1.0. */
    SHA_512(0x00000008, "SHA_512", KmipVersion.V1_0, null),
    /** RIPEMD-160; since 1.0. */
    RIPEMD_160(0x00000009, "RIPEMD_160", KmipVersion.V1_0, null),
    /** Tiger; since 1.0. */
    TIGER(0x0000000A, "Tiger", KmipVersion.V1_0, null),
    /** Whirlpool; since 1.0. */
    WHIRLPOOL(0x0000000B, "Whirlpool", KmipVersion.V1_0, null),
    /** SHA-512/224; since 1.2. */
    SHA_512_224(0x0000000C, "SHA_512_224", KmipVersion.V1_2, null),
    /** SHA-512/256; since 1.2. */
    SHA_512_256(0x0000000D, "SHA_512_256", KmipVersion.V1_2, null),
    /** SHA-3-224; since 1.4. */
    SHA_3_224(0x0000000E, "SHA_3_224", KmipVersion.V1_4, null),
    /** SHA-3-256; since 1.4. */
    SHA_3_256(0x0000000F, "SHA_3_256", KmipVersion.V1_4, null),
    /** SHA-3-384; since 1.4. */
    SHA_3_384(0x00000010, "SHA_3_384", KmipVersion.V1_4, null),
    /** SHA-3-512; since 1.4. */
    SHA_3_512(0x00000011, "SHA_3_512", KmipVersion.V1_4, null),
    ;

    private final int code;
    private final String xmlName;
    private final KmipVersion since;
    private final @Nullable KmipVersion until;

    HashingAlgorithm(int code, String xmlName, KmipVersion since, @Nullable KmipVersion until) {
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
    public static @Nullable HashingAlgorithm of(int code) {
        return switch (code) {
            case 0x00000001 -> MD2;
            case 0x00000002 -> MD4;
            case 0x00000003 -> MD5;
            case 0x00000004 -> SHA_1;
            case 0x00000005 -> SHA_224;
            case 0x00000006 -> SHA_256;
            case 0x00000007 -> SHA_384;
            case 0x00000008 -> SHA_512;
            case 0x00000009 -> RIPEMD_160;
            case 0x0000000A -> TIGER;
            case 0x0000000B -> WHIRLPOOL;
            case 0x0000000C -> SHA_512_224;
            case 0x0000000D -> SHA_512_256;
            case 0x0000000E -> SHA_3_224;
            case 0x0000000F -> SHA_3_256;
            case 0x00000010 -> SHA_3_384;
            case 0x00000011 -> SHA_3_512;
            default -> null;
        };
    }
}
