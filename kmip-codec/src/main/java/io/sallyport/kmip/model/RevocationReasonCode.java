// Generated from kmip-spec; do not edit.
// @formatter:off
package io.sallyport.kmip.model;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** The enumeration Revocation Reason Code of KMIP. */
@Generated("io.sallyport.kmip.model.ModelGenerator")
public enum RevocationReasonCode implements KmipEnumeration {
    /** Unspecified; since 1.0. */
    UNSPECIFIED(0x00000001, "Unspecified", KmipVersion.V1_0, null),
    /** Key Compromise; since 1.0. */
    KEY_COMPROMISE(0x00000002, "KeyCompromise", KmipVersion.V1_0, null),
    /** CA Compromise; since 1.0. */
    CA_COMPROMISE(0x00000003, "CACompromise", KmipVersion.V1_0, null),
    /** Affiliation Changed; since 1.0. */
    AFFILIATION_CHANGED(0x00000004, "AffiliationChanged", KmipVersion.V1_0, null),
    /** Superseded; since 1.0. */
    SUPERSEDED(0x00000005, "Superseded", KmipVersion.V1_0, null),
    /** Cessation of Operation; since 1.0. */
    CESSATION_OF_OPERATION(0x00000006, "CessationOfOperation", KmipVersion.V1_0, null),
    /** Privilege Withdrawn; since 1.0. */
    PRIVILEGE_WITHDRAWN(0x00000007, "PrivilegeWithdrawn", KmipVersion.V1_0, null),
    ;

    private final int code;
    private final String xmlName;
    private final KmipVersion since;
    private final @Nullable KmipVersion until;

    RevocationReasonCode(int code, String xmlName, KmipVersion since, @Nullable KmipVersion until) {
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
    public static @Nullable RevocationReasonCode of(int code) {
        return switch (code) {
            case 0x00000001 -> UNSPECIFIED;
            case 0x00000002 -> KEY_COMPROMISE;
            case 0x00000003 -> CA_COMPROMISE;
            case 0x00000004 -> AFFILIATION_CHANGED;
            case 0x00000005 -> SUPERSEDED;
            case 0x00000006 -> CESSATION_OF_OPERATION;
            case 0x00000007 -> PRIVILEGE_WITHDRAWN;
            default -> null;
        };
    }
}
