package io.sallyport.gateway.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.conformance.CaseOutcome.Verdict;
import io.sallyport.kmip.message.KmipCodec;
import io.sallyport.kmip.message.KmipFault;
import io.sallyport.kmip.message.RequestBatchItem;
import io.sallyport.kmip.message.RequestHeader;
import io.sallyport.kmip.message.RequestMessage;
import io.sallyport.kmip.message.payload.Query;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.Items;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.ProfileName;
import io.sallyport.kmip.model.QueryFunction;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.ttlv.TtlvItem;

/**
 * Which profiles a client saw proven, each by all of its mandatory cases, and which ones Query
 * claims to it. Both are named as profile and version, by the version that a claim is made in.
 */
final class ProfileEvidence {
    /**
     * The profile of a family of cases. Not here: HTTPS and JSON, which are about another port;
     * Suite B, which is a matter of TLS; PKCS#11, of which only the absence of slots is served;
     * Quantum Safe, whose lists of algorithms are not those of the engine.
     */
    private static final Map<String, String> PROFILES = Map.ofEntries(
            Map.entry("BL", "BASELINE_SERVER"),
            Map.entry("SKLC", "SYMMETRIC_KEY_LIFECYCLE_SERVER"),
            Map.entry("SKFF", "SYMMETRIC_KEY_FOUNDRY_SERVER"),
            Map.entry("AKLC", "ASYMMETRIC_KEY_LIFECYCLE_SERVER"),
            Map.entry("OMOS", "OPAQUE_MANAGED_OBJECT_STORE_SERVER"),
            Map.entry("TL", "TAPE_LIBRARY_SERVER"),
            Map.entry("SASED", "STORAGE_ARRAY_WITH_SELF_ENCRYPTING_DRIVE_SERVER"),
            Map.entry("CS-BC", "BASIC_CRYPTOGRAPHIC_SERVER"),
            Map.entry("CS-AC", "ADVANCED_CRYPTOGRAPHIC_SERVER"),
            Map.entry("CS-RNG", "RNG_CRYPTOGRAPHIC_SERVER"),
            Map.entry("AX", "AESXTS_SERVER"));

    private final SortedSet<String> proven;
    private final Map<KmipVersion, SortedSet<String>> claimed = new EnumMap<>(KmipVersion.class);

    private ProfileEvidence(SortedSet<String> proven) {
        this.proven = proven;
    }

    /** What these outcomes prove; a published case that was not run disproves its profile. */
    static ProfileEvidence of(List<CaseFile> published, List<CaseOutcome> outcomes) {
        Set<CaseFile> passed = outcomes.stream()
                .filter(outcome -> outcome.verdict() == Verdict.PASSED).map(CaseOutcome::file)
                .collect(Collectors.toSet());
        SortedSet<String> seen = new TreeSet<>();
        SortedSet<String> broken = new TreeSet<>();
        for (CaseFile file : published) {
            String profile = PROFILES.get(file.family());
            if (profile != null && file.profile().equals("mandatory")) {
                (passed.contains(file) ? seen : broken).add(profile + " " + file.version());
            }
        }
        seen.removeAll(broken);
        return new ProfileEvidence(seen);
    }

    /** Asks for the claims in each of these versions that can make some. */
    void ask(CaseConnection connection, List<KmipVersion> versions) throws IOException {
        for (KmipVersion version : versions) {
            if (version.atLeast(KmipVersion.V1_3)) {
                claimed.put(version, claims(connection, version));
            }
        }
    }

    /** The claims, by the version in which Query was asked. */
    Map<KmipVersion, SortedSet<String>> claimed() {
        return claimed;
    }

    /** What can be claimed of it, by the version in which Query was asked. */
    Map<KmipVersion, SortedSet<String>> proven() {
        Map<KmipVersion, SortedSet<String>> all = new EnumMap<>(KmipVersion.class);
        for (KmipVersion version : claimed.keySet()) {
            SortedSet<String> names = new TreeSet<>();
            for (String claim : proven) {
                String[] words = claim.split(" ", 2);
                KmipVersion of = version(words[1]);
                boolean named = version.major() > 1
                        ? of.major() > 1
                        : of.major() == 1 && name(words[0], of) != null;
                if (named && version.atLeast(of)) {
                    names.add(claim);
                }
            }
            all.put(version, names);
        }
        return all;
    }

    private static SortedSet<String> claims(CaseConnection connection, KmipVersion version)
            throws IOException {
        KmipCodec codec = new KmipCodec();
        RequestMessage request = new RequestMessage(RequestHeader.of(version, 1),
                List.of(RequestBatchItem.of(new Query.Request(
                        List.of(Enumerated.of(QueryFunction.QUERY_PROFILES))))));
        ByteBuffer bytes = ByteBuffer.allocate(codec.encodedLength(request));
        codec.encodeRequest(request, bytes);
        Query.Response answer;
        try {
            answer = (Query.Response) Objects.requireNonNull(codec
                    .decodeResponse(ByteBuffer.wrap(connection.exchange(bytes.array()))).items()
                    .getFirst().payload());
        } catch (KmipFault fault) {
            throw new IOException(fault);
        }
        SortedSet<String> names = new TreeSet<>();
        for (TtlvItem.Structure information : answer.profileInformation()) {
            assertThat(names.add(claim(information))).as(information.toString()).isTrue();
        }
        return names;
    }

    private static String claim(TtlvItem.Structure information) {
        TtlvItem name = Objects.requireNonNull(Items.child(information, Tag.PROFILE_NAME));
        String constant = Objects
                .requireNonNull(ProfileName.of(((TtlvItem.EnumerationItem) name).value())).name();
        TtlvItem version = Items.child(information, Tag.PROFILE_VERSION);
        if (version == null) {
            return constant.replaceFirst("_KMIP_V1_(\\d)$", " 1.$1");
        }
        return constant + " " + number(version, Tag.PROFILE_VERSION_MAJOR) + "."
                + number(version, Tag.PROFILE_VERSION_MINOR);
    }

    private static int number(TtlvItem version, int tag) {
        return ((TtlvItem.IntegerItem) Objects.requireNonNull(Items.child(version, tag))).value();
    }

    private static KmipVersion version(String text) {
        return Objects.requireNonNull(
                KmipVersion.of(text.charAt(0) - '0', text.charAt(text.length() - 1) - '0'));
    }

    /** The name that a profile has in 1.x; AES XTS has none. */
    private static @Nullable ProfileName name(String profile, KmipVersion version) {
        String constant = profile + "_KMIP_V1_" + version.minor();
        for (ProfileName name : ProfileName.values()) {
            if (name.name().equals(constant)) {
                return name;
            }
        }
        return null;
    }
}
