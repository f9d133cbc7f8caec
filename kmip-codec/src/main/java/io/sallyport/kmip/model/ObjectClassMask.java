// Generated from kmip-spec; do not edit.
// @formatter:off
package io.sallyport.kmip.model;

import java.util.List;
import javax.annotation.processing.Generated;

/** The bits of the mask Object Class Mask of KMIP. */
@Generated("io.sallyport.kmip.model.ModelGenerator")
public final class ObjectClassMask {
    /** User; since 3.0. */
    public static final int USER = 0x00000001;
    /** System; since 3.0. */
    public static final int SYSTEM = 0x00000002;

    /** Names and versions of the bits. */
    public static final MaskBits BITS = new MaskBits(List.of(
        new MaskBits.Bit(USER, "User", KmipVersion.V3_0, null),
        new MaskBits.Bit(SYSTEM, "System", KmipVersion.V3_0, null)));

    private ObjectClassMask() {
    }
}
