// Generated from kmip-spec; do not edit.
// @formatter:off
package io.sallyport.kmip.model;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** The enumeration Block Cipher Mode of KMIP. */
@Generated("io.sallyport.kmip.model.ModelGenerator")
public enum BlockCipherMode implements KmipEnumeration {
    /** CBC; since 1.0. */
    CBC(0x00000001, "CBC", KmipVersion.V1_0, null),
    /** ECB; since 1.0. */
    ECB(0x00000002, "ECB", KmipVersion.V1_0, null),
    /** PCBC; since 1.0. */
    PCBC(0x00000003, "PCBC", KmipVersion.V1_0, null),
    /** CFB; since 1.0. */
    CFB(0x00000004, "CFB", KmipVersion.V1_0, null),
    /** OFB; since 1.0. */
    OFB(0x00000005, "OFB", KmipVersion.V1_0, null),
    /** CTR; since 1.0. */
    CTR(0x00000006, "CTR", KmipVersion.V1_0, null),
    /** CMAC; since 1.0. */
    CMAC(0x00000007, "CMAC", KmipVersion.V1_0, null),
    /** CCM; since 1.0. */
    CCM(0x00000008, "CCM", KmipVersion.V1_0, null),
    /** GCM; since 1.0. */
    GCM(0x00000009, "GCM", KmipVersion.V1_0, null),
    /** CBC-MAC; since 1.0. */
    CBC_MAC(0x0000000A, "CBC_MAC", KmipVersion.V1_0, null),
    /** XTS; since 1.0. */
    XTS(0x0000000B, "XTS", KmipVersion.V1_0, null),
    /** AESKeyWrapPadding; since 1.0. */
    AES_KEY_WRAP_PADDING(0x0000000C, "AESKeyWrapPadding", KmipVersion.V1_0, null),
    /** NISTKeyWrap; since 1.0. */
    NIST_KEY_WRAP(0x0000000D, "NISTKeyWrap", KmipVersion.V1_0, null),
    /** X9.102 AESKW; since 1.0. */
    X9_102AESKW(0x0000000E, "X9_102AESKW", KmipVersion.V1_0, null),
    /** X9.102 TDKW; since 1.0. */
    X9_102TDKW(0x0000000F, "X9_102TDKW", KmipVersion.V1_0, null),
    /** X9.102 AKW1; since 1.0. */
    X9_102AKW1(0x00000010, "X9_102AKW1", KmipVersion.V1_0, null),
    /** X9.102 AKW2; since 1.0. */
    X9_102AKW2(0x00000011, "X9_102AKW2", KmipVersion.V1_0, null),
    /** AEAD; since 1.4. */
    AEAD(0x00000012, "AEAD", KmipVersion.V1_4, null),
    ;

    private final int code;
    private final String xmlName;
    private final KmipVersion since;
    private final @Nullable KmipVersion until;

    BlockCipherMode(int code, String xmlName, KmipVersion since, @Nullable KmipVersion until) {
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
    public static @Nullable BlockCipherMode of(int code) {
        return switch (code) {
            case 0x00000001 -> CBC;
            case 0x00000002 -> ECB;
            case 0x00000003 -> PCBC;
            case 0x00000004 -> CFB;
            case 0x00000005 -> OFB;
            case 0x00000006 -> CTR;
            case 0x00000007 -> CMAC;
            case 0x00000008 -> CCM;
            case 0x00000009 -> GCM;
            case 0x0000000A -> CBC_MAC;
            case 0x0000000B -> XTS;
            case 0x0000000C -> AES_KEY_WRAP_PADDING;
            case 0x0000000D -> NIST_KEY_WRAP;
            case 0x0000000E -> X9_102AESKW;
            case 0x0000000F -> X9_102TDKW;
            case 0x00000010 -> X9_102AKW1;
            case 0x00000011 -> X9_102AKW2;
            case 0x00000012 -> AEAD;
            default -> null;
        };
    }
}
