// Generated from kmip-spec; do not edit.
// @formatter:off
package io.sallyport.kmip.model;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** The enumeration Client Registration Method of KMIP. */
@Generated("io.sallyport.kmip.model.ModelGenerator")
public enum ClientRegistrationMethod implements KmipEnumeration {
    /** Unspecified; since 1.3. */
    UNSPECIFIED(0x00000001, "Unspecified", KmipVersion.V1_3, null),
    /** Server Pre-Generated; since 1.3. */
    SERVER_PRE_GENERATED(0x00000002, "ServerPreGenerated", KmipVersion.V1_3, null),
    /** Server On-Demand; since 1.3. */
    SERVER_ON_DEMAND(0x00000003, "ServerOnDemand", KmipVersion.V1_3, null),
    /** Client Generated; since 1.3. */
    CLIENT_GENERATED(0x00000004, "ClientGenerated", KmipVersion.V1_3, null),
    /** Client Registered; since 1.3. */
    CLIENT_REGISTERED(0x00000005, "ClientRegistered", KmipVersion.V1_3, null),
    ;

    private final int code;
    private final String xmlName;
    private final KmipVersion since;
    private final @Nullable KmipVersion until;

    ClientRegistrationMethod(int code, String xmlName, KmipVersion since, @Nullable KmipVersion until) {
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
    public static @Nullable ClientRegistrationMethod of(int code) {
        return switch (code) {
            case 0x00000001 -> UNSPECIFIED;
            case 0x00000002 -> SERVER_PRE_GENERATED;
            case 0x00000003 -> SERVER_ON_DEMAND;
            case 0x00000004 -> CLIENT_GENERATED;
            case 0x00000005 -> CLIENT_REGISTERED;
            default -> null;
        };
    }
}
