package io.sallyport.gateway.operation;

import java.util.List;

import io.sallyport.kmip.model.Items;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.ProfileName;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.ttlv.TtlvItem;

/**
 * The profiles of which this server serves every operation, object and published case of the
 * profile, for Query Profiles. Their names carry the version until 1.4; later the structure does.
 * Stateless.
 */
final class ServedProfiles {
    private static final List<ProfileName> V1_3 = List.of(
            ProfileName.BASELINE_SERVER_BASIC_KMIP_V1_3,
            ProfileName.SYMMETRIC_KEY_LIFECYCLE_SERVER_KMIP_V1_3,
            ProfileName.SYMMETRIC_KEY_FOUNDRY_SERVER_KMIP_V1_3,
            ProfileName.OPAQUE_MANAGED_OBJECT_STORE_SERVER_KMIP_V1_3,
            ProfileName.TAPE_LIBRARY_SERVER_KMIP_V1_3,
            ProfileName.STORAGE_ARRAY_WITH_SELF_ENCRYPTING_DRIVE_SERVER_KMIP_V1_3,
            ProfileName.BASIC_CRYPTOGRAPHIC_SERVER_KMIP_V1_3);
    private static final List<ProfileName> V1_4 = List.of(
            ProfileName.BASELINE_SERVER_BASIC_KMIP_V1_4,
            ProfileName.SYMMETRIC_KEY_LIFECYCLE_SERVER_KMIP_V1_4,
            ProfileName.SYMMETRIC_KEY_FOUNDRY_SERVER_KMIP_V1_4,
            ProfileName.OPAQUE_MANAGED_OBJECT_STORE_SERVER_KMIP_V1_4,
            ProfileName.TAPE_LIBRARY_SERVER_KMIP_V1_4,
            ProfileName.STORAGE_ARRAY_WITH_SELF_ENCRYPTING_DRIVE_SERVER_KMIP_V1_4,
            ProfileName.BASIC_CRYPTOGRAPHIC_SERVER_KMIP_V1_4);
    private static final List<ProfileName> V2 = List.of(
            ProfileName.BASELINE_SERVER,
            ProfileName.SYMMETRIC_KEY_LIFECYCLE_SERVER,
            ProfileName.SYMMETRIC_KEY_FOUNDRY_SERVER,
            ProfileName.OPAQUE_MANAGED_OBJECT_STORE_SERVER,
            ProfileName.TAPE_LIBRARY_SERVER,
            ProfileName.STORAGE_ARRAY_WITH_SELF_ENCRYPTING_DRIVE_SERVER);

    private ServedProfiles() {}

    /** The Profile Information of a version that has it. */
    static List<TtlvItem.Structure> of(KmipVersion version) {
        if (version.atLeast(KmipVersion.V2_0)) {
            TtlvItem same = Items.structure(Tag.PROFILE_VERSION,
                    new TtlvItem.IntegerItem(Tag.PROFILE_VERSION_MAJOR, version.major()),
                    new TtlvItem.IntegerItem(Tag.PROFILE_VERSION_MINOR, version.minor()));
            return V2.stream().map(name -> Items.structure(Tag.PROFILE_INFORMATION,
                    Items.enumeration(Tag.PROFILE_NAME, name), same)).toList();
        }
        return (version.atLeast(KmipVersion.V1_4) ? V1_4 : V1_3).stream()
                .map(name -> Items.structure(Tag.PROFILE_INFORMATION,
                        Items.enumeration(Tag.PROFILE_NAME, name)))
                .toList();
    }
}
