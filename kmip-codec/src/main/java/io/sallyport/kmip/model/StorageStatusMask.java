// Generated from kmip-spec; do not edit.
// @formatter:off
package io.sallyport.kmip.model;

import java.util.List;
import javax.annotation.processing.Generated;

/** The bits of the mask Storage Status Mask of KMIP. */
@Generated("io.sallyport.kmip.model.ModelGenerator")
public final class StorageStatusMask {
    /** On-line storage; since 1.0. */
    public static final int ON_LINE_STORAGE = 0x00000001;
    /** Archival storage; since 1.0. */
    public static final int ARCHIVAL_STORAGE = 0x00000002;
    /** Destroyed storage; since 2.0. */
    public static final int DESTROYED_STORAGE = 0x00000004;

    /** Names and versions of the bits. */
    public static final MaskBits BITS = new MaskBits(List.of(
        new MaskBits.Bit(ON_LINE_STORAGE, "OnLineStorage", KmipVersion.V1_0, null),
        new MaskBits.Bit(ARCHIVAL_STORAGE, "ArchivalStorage", KmipVersion.V1_0, null),
        new MaskBits.Bit(DESTROYED_STORAGE, "DestroyedStorage", KmipVersion.V2_0, null)));

    private StorageStatusMask() {
    }
}
