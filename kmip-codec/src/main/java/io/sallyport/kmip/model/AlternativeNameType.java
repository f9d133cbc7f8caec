// Generated from kmip-spec; do not edit.
// @formatter:off
package io.sallyport.kmip.model;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** The enumeration Alternative Name Type of KMIP. */
@Generated("io.sallyport.kmip.model.ModelGenerator")
public enum AlternativeNameType implements KmipEnumeration {
    /** Uninterpreted Text String; since 1.2. */
    UNINTERPRETED_TEXT_STRING(0x00000001, "UninterpretedTextString", KmipVersion.V1_2, null),
    /** URI; since 1.2. */
    URI(0x00000002, "URI", KmipVersion.V1_2, null),
    /** Object Serial Number; since 1.2. */
    OBJECT_SERIAL_NUMBER(0x00000003, "ObjectSerialNumber", KmipVersion.V1_2, null),
    /** Email Address; since 1.2. */
    EMAIL_ADDRESS(0x00000004, "EmailAddress", KmipVersion.V1_2, null),
    /** DNS Name; since 1.2. */
    DNS_NAME(0x00000005, "DNSName", KmipVersion.V1_2, null),
    /** X.500 Distinguished Name; since 1.2. */
    X_500_DISTINGUISHED_NAME(0x00000006, "X_500DistinguishedName", KmipVersion.V1_2, null),
    /** IP Address; since 1.2. */
    IP_ADDRESS(0x00000007, "IPAddress", KmipVersion.V1_2, null),
    ;

    private final int code;
    private final String xmlName;
    private final KmipVersion since;
    private final @Nullable KmipVersion until;

    AlternativeNameType(int code, String xmlName, KmipVersion since, @Nullable KmipVersion until) {
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
    public static @Nullable AlternativeNameType of(int code) {
        return switch (code) {
            case 0x00000001 -> UNINTERPRETED_TEXT_STRING;
            case 0x00000002 -> URI;
            case 0x00000003 -> OBJECT_SERIAL_NUMBER;
            case 0x00000004 -> EMAIL_ADDRESS;
            case 0x00000005 -> DNS_NAME;
            case 0x00000006 -> X_500_DISTINGUISHED_NAME;
            case 0x00000007 -> IP_ADDRESS;
            default -> null;
        };
    }
}
