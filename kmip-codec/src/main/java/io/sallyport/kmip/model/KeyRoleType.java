// Generated from kmip-spec; do not edit.
// @formatter:off
package io.sallyport.kmip.model;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** The enumeration Key Role Type of KMIP. */
@Generated("io.sallyport.kmip.model.ModelGenerator")
public enum KeyRoleType implements KmipEnumeration {
    /** BDK; since 1.0. */
    BDK(0x00000001, "BDK", KmipVersion.V1_0, null),
    /** CVK; since 1.0. */
    CVK(0x00000002, "CVK", KmipVersion.V1_0, null),
    /** DEK; since 1.0. */
    DEK(0x00000003, "DEK", KmipVersion.V1_0, null),
    /** MKAC; since 1.0. */
    MKAC(0x00000004, "MKAC", KmipVersion.V1_0, null),
    /** MKSMC; since 1.0. */
    MKSMC(0x00000005, "MKSMC", KmipVersion.V1_0, null),
    /** MKSMI; since 1.0. */
    MKSMI(0x00000006, "MKSMI", KmipVersion.V1_0, null),
    /** MKDAC; since 1.0. */
    MKDAC(0x00000007, "MKDAC", KmipVersion.V1_0, null),
    /** MKDN; since 1.0. */
    MKDN(0x00000008, "MKDN", KmipVersion.V1_0, null),
    /** MKCP; since 1.0. */
    MKCP(0x00000009, "MKCP", KmipVersion.V1_0, null),
    /** MKOTH; since 1.0. */
    MKOTH(0x0000000A, "MKOTH", KmipVersion.V1_0, null),
    /** KEK; since 1.0. */
    KEK(0x0000000B, "KEK", KmipVersion.V1_0, null),
    /** MAC16609; since 1.0. */
    MAC16609(0x0000000C, "MAC16609", KmipVersion.V1_0, null),
    /** MAC97971; since 1.0. */
    MAC97971(0x0000000D, "MAC97971", KmipVersion.V1_0, null),
    /** MAC97972; since 1.0. */
    MAC97972(0x0000000E, "MAC97972", KmipVersion.V1_0, null),
    /** MAC97973; since 1.0. */
    MAC97973(0x0000000F, "MAC97973", KmipVersion.V1_0, null),
    /** MAC97974; since 1.0. */
    MAC97974(0x00000010, "MAC97974", KmipVersion.V1_0, null),
    /** MAC97975; since 1.0. */
    MAC97975(0x00000011, "MAC97975", KmipVersion.V1_0, null),
    /** ZPK; since 1.0. */
    ZPK(0x00000012, "ZPK", KmipVersion.V1_0, null),
    /** PVKIBM; since 1.0. */
    PVKIBM(0x00000013, "PVKIBM", KmipVersion.V1_0, null),
    /** PVKPVV; since 1.0. */
    PVKPVV(0x00000014, "PVKPVV", KmipVersion.V1_0, null),
    /** PVKOTH; since 1.0. */
    PVKOTH(0x00000015, "PVKOTH", KmipVersion.V1_0, null),
    /** DUKPT; since 1.4. */
    DUKPT(0x00000016, "DUKPT", KmipVersion.V1_4, null),
    /** IV; since 1.4. */
    IV(0x00000017, "IV", KmipVersion.V1_4, null),
    /** TRKBK; since 1.4. */
    TRKBK(0x00000018, "TRKBK", KmipVersion.V1_4, null),
    ;

    private final int code;
    private final String xmlName;
    private final KmipVersion since;
    private final @Nullable KmipVersion until;

    KeyRoleType(int code, String xmlName, KmipVersion since, @Nullable KmipVersion until) {
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
    public static @Nullable KeyRoleType of(int code) {
        return switch (code) {
            case 0x00000001 -> BDK;
            case 0x00000002 -> CVK;
            case 0x00000003 -> DEK;
            case 0x00000004 -> MKAC;
            case 0x00000005 -> MKSMC;
            case 0x00000006 -> MKSMI;
            case 0x00000007 -> MKDAC;
            case 0x00000008 -> MKDN;
            case 0x00000009 -> MKCP;
            case 0x0000000A -> MKOTH;
            case 0x0000000B -> KEK;
            case 0x0000000C -> MAC16609;
            case 0x0000000D -> MAC97971;
            case 0x0000000E -> MAC97972;
            case 0x0000000F -> MAC97973;
            case 0x00000010 -> MAC97974;
            case 0x00000011 -> MAC97975;
            case 0x00000012 -> ZPK;
            case 0x00000013 -> PVKIBM;
            case 0x00000014 -> PVKPVV;
            case 0x00000015 -> PVKOTH;
            case 0x00000016 -> DUKPT;
            case 0x00000017 -> IV;
            case 0x00000018 -> TRKBK;
            default -> null;
        };
    }
}
