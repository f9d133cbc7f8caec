// Generated from kmip-spec; do not edit.
// @formatter:off
package io.sallyport.kmip.model;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** The enumeration Recommended Curve of KMIP. */
@Generated("io.sallyport.kmip.model.ModelGenerator")
public enum RecommendedCurve implements KmipEnumeration {
    /** P-192; since 1.0. */
    P_192(0x00000001, "P_192", KmipVersion.V1_0, null),
    /** K-163; since 1.0. */
    K_163(0x00000002, "K_163", KmipVersion.V1_0, null),
    /** B-163; since 1.0. */
    B_163(0x00000003, "B_163", KmipVersion.V1_0, null),
    /** P-224; since 1.0. */
    P_224(0x00000004, "P_224", KmipVersion.V1_0, null),
    /** K-233; since 1.0. */
    K_233(0x00000005, "K_233", KmipVersion.V1_0, null),
    /** B-233; since 1.0. */
    B_233(0x00000006, "B_233", KmipVersion.V1_0, null),
    /** P-256; since 1.0. */
    P_256(0x00000007, "P_256", KmipVersion.V1_0, null),
    /** K-283; since 1.0. */
    K_283(0x00000008, "K_283", KmipVersion.V1_0, null),
    /** B-283; since 1.0. */
    B_283(0x00000009, "B_283", KmipVersion.V1_0, null),
    /** P-384; since 1.0. */
    P_384(0x0000000A, "P_384", KmipVersion.V1_0, null),
    /** K-409; since 1.0. */
    K_409(0x0000000B, "K_409", KmipVersion.V1_0, null),
    /** B-409; since 1.0. */
    B_409(0x0000000C, "B_409", KmipVersion.V1_0, null),
    /** P-521; since 1.0. */
    P_521(0x0000000D, "P_521", KmipVersion.V1_0, null),
    /** K-571; since 1.0. */
    K_571(0x0000000E, "K_571", KmipVersion.V1_0, null),
    /** B-571; since 1.0. */
    B_571(0x0000000F, "B_571", KmipVersion.V1_0, null),
    /** SECP112R1; since 1.2. */
    SECP112R1(0x00000010, "SECP112R1", KmipVersion.V1_2, null),
    /** SECP112R2; since 1.2. */
    SECP112R2(0x00000011, "SECP112R2", KmipVersion.V1_2, null),
    /** SECP128R1; since 1.2. */
    SECP128R1(0x00000012, "SECP128R1", KmipVersion.V1_2, null),
    /** SECP128R2; since 1.2. */
    SECP128R2(0x00000013, "SECP128R2", KmipVersion.V1_2, null),
    /** SECP160K1; since 1.2. */
    SECP160K1(0x00000014, "SECP160K1", KmipVersion.V1_2, null),
    /** SECP160R1; since 1.2. */
    SECP160R1(0x00000015, "SECP160R1", KmipVersion.V1_2, null),
    /** SECP160R2; since 1.2. */
    SECP160R2(0x00000016, "SECP160R2", KmipVersion.V1_2, null),
    /** SECP192K1; since 1.2. */
    SECP192K1(0x00000017, "SECP192K1", KmipVersion.V1_2, null),
    /** SECP224K1; since 1.2. */
    SECP224K1(0x00000018, "SECP224K1", KmipVersion.V1_2, null),
    /** SECP256K1; since 1.2. */
    SECP256K1(0x00000019, "SECP256K1", KmipVersion.V1_2, null),
    /** SECT113R1; since 1.2. */
    SECT113R1(0x0000001A, "SECT113R1", KmipVersion.V1_2, null),
    /** SECT113R2; since 1.2. */
    SECT113R2(0x0000001B, "SECT113R2", KmipVersion.V1_2, null),
    /** SECT131R1; since 1.2. */
    SECT131R1(0x0000001C, "SECT131R1", KmipVersion.V1_2, null),
    /** SECT131R2; since 1.2. */
    SECT131R2(0x0000001D, "SECT131R2", KmipVersion.V1_2, null),
    /** SECT163R1; since 1.2. */
    SECT163R1(0x0000001E, "SECT163R1", KmipVersion.V1_2, null),
    /** SECT193R1; since 1.2. */
    SECT193R1(0x0000001F, "SECT193R1", KmipVersion.V1_2, null),
    /** SECT193R2; since 1.2. */
    SECT193R2(0x00000020, "SECT193R2", KmipVersion.V1_2, null),
    /** SECT239K1; since 1.2. */
    SECT239K1(0x00000021, "SECT239K1", KmipVersion.V1_2, null),
    /** ANSIX9P192V2; since 1.2. */
    ANSIX9P192V2(0x00000022, "ANSIX9P192V2", KmipVersion.V1_2, null),
    /** ANSIX9P192V3; since 1.2. */
    ANSIX9P192V3(0x00000023, "ANSIX9P192V3", KmipVersion.V1_2, null),
    /** ANSIX9P239V1; since 1.2. */
    ANSIX9P239V1(0x00000024, "ANSIX9P239V1", KmipVersion.V1_2, null),
    /** ANSIX9P239V2; since 1.2. */
    ANSIX9P239V2(0x00000025, "ANSIX9P239V2", KmipVersion.V1_2, null),
    /** ANSIX9P239V3; since 1.2. */
    ANSIX9P239V3(0x00000026, "ANSIX9P239V3", KmipVersion.V1_2, null),
    /** ANSIX9C2PNB163V1; since 1.2. */
    ANSIX9C2PNB163V1(0x00000027, "ANSIX9C2PNB163V1", KmipVersion.V1_2, null),
    /** ANSIX9C2PNB163V2; since 1.2. */
    ANSIX9C2PNB163V2(0x00000028, "ANSIX9C2PNB163V2", KmipVersion.V1_2, null),
    /** ANSIX9C2PNB163V3; since 1.2. */
    ANSIX9C2PNB163V3(0x00000029, "ANSIX9C2PNB163V3", KmipVersion.V1_2, null),
    /** ANSIX9C2PNB176V1; since 1.2. */
    ANSIX9C2PNB176V1(0x0000002A, "ANSIX9C2PNB176V1", KmipVersion.V1_2, null),
    /** ANSIX9C2TNB191V1; since 1.2. */
    ANSIX9C2TNB191V1(0x0000002B, "ANSIX9C2TNB191V1", KmipVersion.V1_2, null),
    /** ANSIX9C2TNB191V2; since 1.2. */
    ANSIX9C2TNB191V2(0x0000002C, "ANSIX9C2TNB191V2", KmipVersion.V1_2, null),
    /** ANSIX9C2TNB191V3; since 1.2. */
    ANSIX9C2TNB191V3(0x0000002D, "ANSIX9C2TNB191V3", KmipVersion.V1_2, null),
    /** ANSIX9C2PNB208W1; since 1.2. */
    ANSIX9C2PNB208W1(0x0000002E, "ANSIX9C2PNB208W1", KmipVersion.V1_2, null),
    /** ANSIX9C2TNB239V1; since 1.2. */
    ANSIX9C2TNB239V1(0x0000002F, "ANSIX9C2TNB239V1", KmipVersion.V1_2, null),
    /** ANSIX9C2TNB239V2; since 1.2. */
    ANSIX9C2TNB239V2(0x00000030, "ANSIX9C2TNB239V2", KmipVersion.V1_2, null),
    /** ANSIX9C2TNB239V3; since 1.2. */
    ANSIX9C2TNB239V3(0x00000031, "ANSIX9C2TNB239V3", KmipVersion.V1_2, null),
    /** ANSIX9C2PNB272W1; since 1.2. */
    ANSIX9C2PNB272W1(0x00000032, "ANSIX9C2PNB272W1", KmipVersion.V1_2, null),
    /** ANSIX9C2PNB304W1; since 1.2. */
    ANSIX9C2PNB304W1(0x00000033, "ANSIX9C2PNB304W1", KmipVersion.V1_2, null),
    /** ANSIX9C2TNB359V1; since 1.2. */
    ANSIX9C2TNB359V1(0x00000034, "ANSIX9C2TNB359V1", KmipVersion.V1_2, null),
    /** ANSIX9C2PNB368W1; since 1.2. */
    ANSIX9C2PNB368W1(0x00000035, "ANSIX9C2PNB368W1", KmipVersion.V1_2, null),
    /** ANSIX9C2TNB431R1; since 1.2. */
    ANSIX9C2TNB431R1(0x00000036, "ANSIX9C2TNB431R1", KmipVersion.V1_2, null),
    /** BRAINPOOLP160R1; since 1.2. */
    BRAINPOOLP160R1(0x00000037, "BRAINPOOLP160R1", KmipVersion.V1_2, null),
    /** BRAINPOOLP160T1; since 1.2. */
    BRAINPOOLP160T1(0x00000038, "BRAINPOOLP160T1", KmipVersion.V1_2, null),
    /** BRAINPOOLP192R1; since 1.2. */
    BRAINPOOLP192R1(0x00000039, "BRAINPOOLP192R1", KmipVersion.V1_2, null),
    /** BRAINPOOLP192T1; since 1.2. */
    BRAINPOOLP192T1(0x0000003A, "BRAINPOOLP192T1", KmipVersion.V1_2, null),
    /** BRAINPOOLP224R1; since 1.2. */
    BRAINPOOLP224R1(0x0000003B, "BRAINPOOLP224R1", KmipVersion.V1_2, null),
    /** BRAINPOOLP224T1; since 1.2. */
    BRAINPOOLP224T1(0x0000003C, "BRAINPOOLP224T1", KmipVersion.V1_2, null),
    /** BRAINPOOLP256R1; since 1.2. */
    BRAINPOOLP256R1(0x0000003D, "BRAINPOOLP256R1", KmipVersion.V1_2, null),
    /** BRAINPOOLP256T1; since 1.2. */
    BRAINPOOLP256T1(0x0000003E, "BRAINPOOLP256T1", KmipVersion.V1_2, null),
    /** BRAINPOOLP320R1; since 1.2. */
    BRAINPOOLP320R1(0x0000003F, "BRAINPOOLP320R1", KmipVersion.V1_2, null),
    /** BRAINPOOLP320T1; since 1.2. */
    BRAINPOOLP320T1(0x00000040, "BRAINPOOLP320T1", KmipVersion.V1_2, null),
    /** BRAINPOOLP384R1; since 1.2. */
    BRAINPOOLP384R1(0x00000041, "BRAINPOOLP384R1", KmipVersion.V1_2, null),
    /** BRAINPOOLP384T1; since 1.2. */
    BRAINPOOLP384T1(0x00000042, "BRAINPOOLP384T1", KmipVersion.V1_2, null),
    /** BRAINPOOLP512R1; since 1.2. */
    BRAINPOOLP512R1(0x00000043, "BRAINPOOLP512R1", KmipVersion.V1_2, null),
    /** BRAINPOOLP512T1; since 1.2. */
    BRAINPOOLP512T1(0x00000044, "BRAINPOOLP512T1", KmipVersion.V1_2, null),
    /** CURVE25519; since 2.0. */
    CURVE25519(0x00000045, "CURVE25519", KmipVersion.V2_0, null),
    /** CURVE448; since 2.0. */
    CURVE448(0x00000046, "CURVE448", KmipVersion.V2_0, null),
    ;

    private final int code;
    private final String xmlName;
    private final KmipVersion since;
    private final @Nullable KmipVersion until;

    RecommendedCurve(int code, String xmlName, KmipVersion since, @Nullable KmipVersion until) {
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
    public static @Nullable RecommendedCurve of(int code) {
        return switch (code) {
            case 0x00000001 -> P_192;
            case 0x00000002 -> K_163;
            case 0x00000003 -> B_163;
            case 0x00000004 -> P_224;
            case 0x00000005 -> K_233;
            case 0x00000006 -> B_233;
            case 0x00000007 -> P_256;
            case 0x00000008 -> K_283;
            case 0x00000009 -> B_283;
            case 0x0000000A -> P_384;
            case 0x0000000B -> K_409;
            case 0x0000000C -> B_409;
            case 0x0000000D -> P_521;
            case 0x0000000E -> K_571;
            case 0x0000000F -> B_571;
            case 0x00000010 -> SECP112R1;
            case 0x00000011 -> SECP112R2;
            case 0x00000012 -> SECP128R1;
            case 0x00000013 -> SECP128R2;
            case 0x00000014 -> SECP160K1;
            case 0x00000015 -> SECP160R1;
            case 0x00000016 -> SECP160R2;
            case 0x00000017 -> SECP192K1;
            case 0x00000018 -> SECP224K1;
            case 0x00000019 -> SECP256K1;
            case 0x0000001A -> SECT113R1;
            case 0x0000001B -> SECT113R2;
            case 0x0000001C -> SECT131R1;
            case 0x0000001D -> SECT131R2;
            case 0x0000001E -> SECT163R1;
            case 0x0000001F -> SECT193R1;
            case 0x00000020 -> SECT193R2;
            case 0x00000021 -> SECT239K1;
            case 0x00000022 -> ANSIX9P192V2;
            case 0x00000023 -> ANSIX9P192V3;
            case 0x00000024 -> ANSIX9P239V1;
            case 0x00000025 -> ANSIX9P239V2;
            case 0x00000026 -> ANSIX9P239V3;
            case 0x00000027 -> ANSIX9C2PNB163V1;
            case 0x00000028 -> ANSIX9C2PNB163V2;
            case 0x00000029 -> ANSIX9C2PNB163V3;
            case 0x0000002A -> ANSIX9C2PNB176V1;
            case 0x0000002B -> ANSIX9C2TNB191V1;
            case 0x0000002C -> ANSIX9C2TNB191V2;
            case 0x0000002D -> ANSIX9C2TNB191V3;
            case 0x0000002E -> ANSIX9C2PNB208W1;
            case 0x0000002F -> ANSIX9C2TNB239V1;
            case 0x00000030 -> ANSIX9C2TNB239V2;
            case 0x00000031 -> ANSIX9C2TNB239V3;
            case 0x00000032 -> ANSIX9C2PNB272W1;
            case 0x00000033 -> ANSIX9C2PNB304W1;
            case 0x00000034 -> ANSIX9C2TNB359V1;
            case 0x00000035 -> ANSIX9C2PNB368W1;
            case 0x00000036 -> ANSIX9C2TNB431R1;
            case 0x00000037 -> BRAINPOOLP160R1;
            case 0x00000038 -> BRAINPOOLP160T1;
            case 0x00000039 -> BRAINPOOLP192R1;
            case 0x0000003A -> BRAINPOOLP192T1;
            case 0x0000003B -> BRAINPOOLP224R1;
            case 0x0000003C -> BRAINPOOLP224T1;
            case 0x0000003D -> BRAINPOOLP256R1;
            case 0x0000003E -> BRAINPOOLP256T1;
            case 0x0000003F -> BRAINPOOLP320R1;
            case 0x00000040 -> BRAINPOOLP320T1;
            case 0x00000041 -> BRAINPOOLP384R1;
            case 0x00000042 -> BRAINPOOLP384T1;
            case 0x00000043 -> BRAINPOOLP512R1;
            case 0x00000044 -> BRAINPOOLP512T1;
            case 0x00000045 -> CURVE25519;
            case 0x00000046 -> CURVE448;
            default -> null;
        };
    }
}
