// Generated from kmip-spec; do not edit.
// @formatter:off
package io.sallyport.kmip.model;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** The enumeration Credential Type of KMIP. */
@Generated("io.sallyport.kmip.model.ModelGenerator")
public enum CredentialType implements KmipEnumeration {
    /** Username and Password; since 1.0. */
    USERNAME_AND_PASSWORD(0x00000001, "UsernameAndPassword", KmipVersion.V1_0, null),
    /** Device; since 1.1. */
    DEVICE(0x00000002, "Device", KmipVersion.V1_1, null),
    /** Attestation; since 1.2. */
    ATTESTATION(0x00000003, "Attestation", KmipVersion.V1_2, null),
    /** One Time Password; since 2.0. */
    ONE_TIME_PASSWORD(0x00000004, "OneTimePassword", KmipVersion.V2_0, null),
    /** Hashed Password; since 2.0. */
    HASHED_PASSWORD(0x00000005, "HashedPassword", KmipVersion.V2_0, null),
    /** Ticket; since 2.0. */
    TICKET(0x00000006, "Ticket", KmipVersion.V2_0, null),
    /** Password; since 3.0. */
    PASSWORD(0x00000007, "Password", KmipVersion.V3_0, null),
    /** Certificate; since 3.0. */
    CERTIFICATE(0x00000008, "Certificate", KmipVersion.V3_0, null),
    ;

    private final int code;
    private final String xmlName;
    private final KmipVersion since;
    private final @Nullable KmipVersion until;

    CredentialType(int code, String xmlName, KmipVersion since, @Nullable KmipVersion until) {
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
    public static @Nullable CredentialType of(int code) {
        return switch (code) {
            case 0x00000001 -> USERNAME_AND_PASSWORD;
            case 0x00000002 -> DEVICE;
            case 0x00000003 -> ATTESTATION;
            case 0x00000004 -> ONE_TIME_PASSWORD;
            case 0x00000005 -> HASHED_PASSWORD;
            case 0x00000006 -> TICKET;
            case 0x00000007 -> PASSWORD;
            case 0x00000008 -> CERTIFICATE;
            default -> null;
        };
    }
}
