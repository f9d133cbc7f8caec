// Generated from kmip-spec; do not edit.
// @formatter:off
package io.sallyport.kmip.model;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** The enumeration Padding Method of KMIP. */
@Generated("io.sallyport.kmip.model.ModelGenerator")
public enum PaddingMethod implements KmipEnumeration {
    /** None; since 1.0. */
    NONE(0x00000001, "None", KmipVersion.V1_0, null),
    /** OAEP; since 1.0. */
    OAEP(0x00000002, "OAEP", KmipVersion.V1_0, null),
    /** PKCS5; since 1.0. */
    PKCS5(0x00000003, "PKCS5", KmipVersion.V1_0, null),
    /** SSL3; since 1.0. */
    SSL3(0x00000004, "SSL3", KmipVersion.V1_0, null),
    /** Zeros; since 1.0. */
    ZEROS(0x00000005, "Zeros", KmipVersion.V1_0, null),
    /** ANSI X9.23; since 1.0. */
    ANSIX9_23(0x00000006, "ANSIX9_23", KmipVersion.V1_0, null),
    /** ISO 10126; since 1.0. */
    ISO10126(0x00000007, "ISO10126", KmipVersion.V1_0, null),
    /** PKCS1 v1.5; since 1.0. */
    PKCS1V1_5(0x00000008, "PKCS1V1_5", KmipVersion.V1_0, null),
    /** X9.31; since 1.0. */
    X9_31(0x00000009, "X9_31", KmipVersion.V1_0, null),
    /** PSS; since 1.0. */
    PSS(0x0000000A, "PSS", KmipVersion.V1_0, null),
    ;

    private final int code;
    private final String xmlName;
    private final KmipVersion since;
    private final @Nullable KmipVersion until;

    PaddingMethod(int code, String xmlName, KmipVersion since, @Nullable KmipVersion until) {
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
    public static @Nullable PaddingMethod of(int code) {
        return switch (code) {
            case 0x00000001 -> NONE;
            case 0x00000002 -> OAEP;
            case 0x00000003 -> PKCS5;
            case 0x00000004 -> SSL3;
            case 0x00000005 -> ZEROS;
            case 0x00000006 -> ANSIX9_23;
            case 0x00000007 -> ISO10126;
            case 0x00000008 -> PKCS1V1_5;
            case 0x00000009 -> X9_31;
            case 0x0000000A -> PSS;
            default -> null;
        };
    }
}
