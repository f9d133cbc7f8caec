// Generated from kmip-spec; do not edit.
// @formatter:off
package io.sallyport.kmip.model;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** The enumeration Endpoint Role of KMIP. */
@Generated("io.sallyport.kmip.model.ModelGenerator")
public enum EndpointRole implements KmipEnumeration {
    /** Client; since 2.0. */
    CLIENT(0x00000001, "Client", KmipVersion.V2_0, null),
    /** Server; since 2.0. */
    SERVER(0x00000002, "Server", KmipVersion.V2_0, null),
    ;

    private final int code;
    private final String xmlName;
    private final KmipVersion since;
    private final @Nullable KmipVersion until;

    EndpointRole(int code, String xmlName, KmipVersion since, @Nullable KmipVersion until) {
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
    public static @Nullable EndpointRole of(int code) {
        return switch (code) {
            case 0x00000001 -> CLIENT;
            case 0x00000002 -> SERVER;
            default -> null;
        };
    }
}
