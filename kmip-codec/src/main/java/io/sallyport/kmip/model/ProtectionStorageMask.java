// Generated from kmip-spec; do not edit.
// @formatter:off
package io.sallyport.kmip.model;

import java.util.List;
import javax.annotation.processing.Generated;

/** The bits of the mask Protection Storage Mask of KMIP. */
@Generated("io.sallyport.kmip.model.ModelGenerator")
public final class ProtectionStorageMask {
    /** Software; since 2.0. */
    public static final int SOFTWARE = 0x00000001;
    /** Hardware; since 2.0. */
    public static final int HARDWARE = 0x00000002;
    /** On Processor; since 2.0. */
    public static final int ON_PROCESSOR = 0x00000004;
    /** On System; since 2.0. */
    public static final int ON_SYSTEM = 0x00000008;
    /** Off System; since 2.0. */
    public static final int OFF_SYSTEM = 0x00000010;
    /** Hypervisor; since 2.0. */
    public static final int HYPERVISOR = 0x00000020;
    /** Operating System; since 2.0. */
    public static final int OPERATING_SYSTEM = 0x00000040;
    /** Container; since 2.0. */
    public static final int CONTAINER = 0x00000080;
    /** On Premises; since 2.0. */
    public static final int ON_PREMISES = 0x00000100;
    /** Off Premises; since 2.0. */
    public static final int OFF_PREMISES = 0x00000200;
    /** Self Managed; since 2.0. */
    public static final int SELF_MANAGED = 0x00000400;
    /** Outsourced; since 2.0. */
    public static final int OUTSOURCED = 0x00000800;
    /** Validated; since 2.0. */
    public static final int VALIDATED = 0x00001000;
    /** Same Jurisdiction; since 2.0. */
    public static final int SAME_JURISDICTION = 0x00002000;

    /** Names and versions of the bits. */
    public static final MaskBits BITS = new MaskBits(List.of(
        new MaskBits.Bit(SOFTWARE, "Software", KmipVersion.V2_0, null),
        new MaskBits.Bit(HARDWARE, "Hardware", KmipVersion.V2_0, null),
        new MaskBits.Bit(ON_PROCESSOR, "OnProcessor", KmipVersion.V2_0, null),
        new MaskBits.Bit(ON_SYSTEM, "OnSystem", KmipVersion.V2_0, null),
        new MaskBits.Bit(OFF_SYSTEM, "OffSystem", KmipVersion.V2_0, null),
        new MaskBits.Bit(HYPERVISOR, "Hypervisor", KmipVersion.V2_0, null),
        new MaskBits.Bit(OPERATING_SYSTEM, "OperatingSystem", KmipVersion.V2_0, null),
        new MaskBits.Bit(CONTAINER, "Container", KmipVersion.V2_0, null),
        new MaskBits.Bit(ON_PREMISES, "OnPremises", KmipVersion.V2_0, null),
        new MaskBits.Bit(OFF_PREMISES, "OffPremises", KmipVersion.V2_0, null),
        new MaskBits.Bit(SELF_MANAGED, "SelfManaged", KmipVersion.V2_0, null),
        new MaskBits.Bit(OUTSOURCED, "Outsourced", KmipVersion.V2_0, null),
        new MaskBits.Bit(VALIDATED, "Validated", KmipVersion.V2_0, null),
        new MaskBits.Bit(SAME_JURISDICTION, "SameJurisdiction", KmipVersion.V2_0, null)));

    private ProtectionStorageMask() {
    }
}
