package io.sallyport.gateway.operation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.sallyport.gateway.identity.Profile;
import io.sallyport.kmip.model.Items;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.ProfileName;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.ttlv.TtlvItem;

/**
 * The profiles that Query claims to a client: those of which it was seen to pass every published
 * mandatory case, in its own profile. A test runs the cases and compares. The names carry the
 * version until 1.4; later the structure does. Stateless.
 */
final class ServedProfiles {
    private static final Set<KmipVersion> ALL = EnumSet.allOf(KmipVersion.class);
    private static final Set<KmipVersion> ALL_BUT_2_0 =
            EnumSet.complementOf(EnumSet.of(KmipVersion.V2_0));
    private static final List<Claim> CLAIMS = List.of(
            new Claim("BASELINE_SERVER", Set.of(), since(KmipVersion.V2_1)),
            // 2.0 publishes no mandatory case of it.
            new Claim("SYMMETRIC_KEY_LIFECYCLE_SERVER", ALL_BUT_2_0, ALL_BUT_2_0),
            new Claim("SYMMETRIC_KEY_FOUNDRY_SERVER", ALL, ALL),
            new Claim("ASYMMETRIC_KEY_LIFECYCLE_SERVER", ALL, ALL),
            new Claim("OPAQUE_MANAGED_OBJECT_STORE_SERVER", ALL, ALL),
            new Claim("TAPE_LIBRARY_SERVER", ALL, ALL),
            new Claim("STORAGE_ARRAY_WITH_SELF_ENCRYPTING_DRIVE_SERVER", ALL, ALL),
            // A printed ciphertext of 1.2 and 1.3 is none of its key.
            new Claim("BASIC_CRYPTOGRAPHIC_SERVER", Set.of(), since(KmipVersion.V1_4)),
            // A case of 1.2 prints what is no message.
            new Claim("ADVANCED_CRYPTOGRAPHIC_SERVER", since(KmipVersion.V1_3),
                    since(KmipVersion.V1_3)),
            new Claim("RNG_CRYPTOGRAPHIC_SERVER", since(KmipVersion.V1_2),
                    since(KmipVersion.V1_2)),
            new Claim("AESXTS_SERVER", since(KmipVersion.V2_0), since(KmipVersion.V2_0)));

    private ServedProfiles() {}

    /**
     * A profile.
     *
     * @param name as from 2.0 on
     * @param anyone the versions in which it is served to every client
     * @param conformance the versions in which it is served to a client with profile oasis
     */
    private record Claim(String name, Set<KmipVersion> anyone, Set<KmipVersion> conformance) {

        /** The name in the answers of 1.3 and 1.4. */
        ProfileName name(KmipVersion version) {
            return ProfileName.valueOf(version.atLeast(KmipVersion.V2_0)
                    ? name
                    : name + "_KMIP_V1_" + version.minor());
        }
    }

    private static Set<KmipVersion> since(KmipVersion first) {
        return EnumSet.range(first, KmipVersion.V3_0);
    }

    /** The Profile Information for a client that asks in a version that has it. */
    static List<TtlvItem.Structure> of(KmipVersion asked, Profile client) {
        List<TtlvItem.Structure> all = new ArrayList<>();
        for (Claim claim : CLAIMS) {
            Set<KmipVersion> versions =
                    client.conformanceTests() ? claim.conformance() : claim.anyone();
            for (KmipVersion served : OperationTable.versions(client)) {
                // One major version has no names for the profiles of another.
                if (versions.contains(served) && served.compareTo(asked) <= 0
                        && served.atLeast(KmipVersion.V2_0) == asked.atLeast(KmipVersion.V2_0)) {
                    all.add(information(claim, served));
                }
            }
        }
        return List.copyOf(all);
    }

    private static TtlvItem.Structure information(Claim claim, KmipVersion served) {
        TtlvItem name = Items.enumeration(Tag.PROFILE_NAME, claim.name(served));
        return served.atLeast(KmipVersion.V2_0)
                ? Items.structure(Tag.PROFILE_INFORMATION, name,
                        Items.structure(Tag.PROFILE_VERSION,
                                new TtlvItem.IntegerItem(Tag.PROFILE_VERSION_MAJOR,
                                        served.major()),
                                new TtlvItem.IntegerItem(Tag.PROFILE_VERSION_MINOR,
                                        served.minor())))
                : Items.structure(Tag.PROFILE_INFORMATION, name);
    }
}
