// Generated from kmip-spec; do not edit.
// @formatter:off
package io.sallyport.kmip.model;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** The enumeration State of KMIP. */
@Generated("io.sallyport.kmip.model.ModelGenerator")
public enum State implements KmipEnumeration {
    /** Pre-Active; since 1.0. */
    PRE_ACTIVE(0x00000001, "PreActive", KmipVersion.V1_0, null),
    /** Active; since 1.0. */
    ACTIVE(0x00000002, "Active", KmipVersion.V1_0, null),
    /** Deactivated; since 1.0. */
    DEACTIVATED(0x00000003, "Deactivated", KmipVersion.V1_0, null),
    /** Compromised; since 1.0. */
    COMPROMISED(0x00000004, "Compromised", KmipVersion.V1_0, null),
    /** Destroyed; since 1.0. */
    DESTROYED(0x00000005, "Destroyed", KmipVersion.V1_0, null),
    /** Destroyed Compromised; since 1.0. */
    DESTROYED_COMPROMISED(0x00000006, "DestroyedCompromised", KmipVersion.V1_0, null),
    ;

    private final int code;
    private final String xmlName;
    private final KmipVersion since;
    private final @Nullable KmipVersion until;

    State(int code, String xmlName, KmipVersion since, @Nullable KmipVersion until) {
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
    public static @Nullable State of(int code) {
        return switch (code) {
            case 0x00000001 -> PRE_ACTIVE;
            case 0x00000002 -> ACTIVE;
            case 0x00000003 -> DEACTIVATED;
            case 0x00000004 -> COMPROMISED;
            case 0x00000005 -> DESTROYED;
            case 0x00000006 -> DESTROYED_COMPROMISED;
            default -> null;
        };
    }
}
