// Generated from kmip-spec; do not edit.
// @formatter:off
package io.sallyport.kmip.model;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** The enumeration Object Group Member of KMIP. */
@Generated("io.sallyport.kmip.model.ModelGenerator")
public enum ObjectGroupMember implements KmipEnumeration {
    /** Group Member Fresh; since 1.1. */
    GROUP_MEMBER_FRESH(0x00000001, "GroupMemberFresh", KmipVersion.V1_1, null),
    /** Group Member Default; since 1.1. */
    GROUP_MEMBER_DEFAULT(0x00000002, "GroupMemberDefault", KmipVersion.V1_1, null),
    ;

    private final int code;
    private final String xmlName;
    private final KmipVersion since;
    private final @Nullable KmipVersion until;

    ObjectGroupMember(int code, String xmlName, KmipVersion since, @Nullable KmipVersion until) {
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
    public static @Nullable ObjectGroupMember of(int code) {
        return switch (code) {
            case 0x00000001 -> GROUP_MEMBER_FRESH;
            case 0x00000002 -> GROUP_MEMBER_DEFAULT;
            default -> null;
        };
    }
}
