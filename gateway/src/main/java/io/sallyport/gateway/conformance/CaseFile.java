package io.sallyport.gateway.conformance;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.conformance.PublishedCase;

/**
 * A case in a folder of the published layout VERSION/PROFILE/NAME.xml.
 *
 * @param version of KMIP, such as 1.4
 * @param profile mandatory, optional or testcase
 * @param published the case; null if the file can't be read as one
 */
public record CaseFile(String version, String profile, String name,
        @Nullable PublishedCase published) {
    private static final Pattern FAMILY = Pattern.compile("(.+?)-[MO](-.*)?");
    private static final String ENDING = ".xml";

    /**
     * The cases of a folder in the order of versions and names.
     *
     * @param versions none for all
     * @param globs patterns for names such as CS-BC-*; none for all
     */
    public static List<CaseFile> find(Path folder, Set<String> versions, List<String> globs)
            throws IOException {
        List<PathMatcher> wanted = globs.stream()
                .map(glob -> FileSystems.getDefault().getPathMatcher("glob:" + glob)).toList();
        List<Path> files;
        try (Stream<Path> found = Files.walk(folder)) {
            files = found.filter(file -> file.toString().endsWith(ENDING))
                    .sorted(Comparator
                            .comparing((Path file) -> folder.relativize(file).getName(0))
                            .thenComparingInt(CaseFile::rank).thenComparing(file -> file))
                    .toList();
        }
        List<CaseFile> cases = new ArrayList<>();
        for (Path file : files) {
            Path place = folder.relativize(file);
            String fileName = String.valueOf(place.getFileName());
            String name = fileName.substring(0, fileName.length() - ENDING.length());
            String version = place.getName(0).toString();
            if (place.getNameCount() == 3 && (versions.isEmpty() || versions.contains(version))
                    && (wanted.isEmpty()
                            || wanted.stream().anyMatch(one -> one.matches(Path.of(name))))) {
                cases.add(new CaseFile(version, place.getName(1).toString(), name,
                        readOrNull(file)));
            }
        }
        return cases;
    }

    /** What sets a series up comes before its cases, what cleans up after them. */
    private static int rank(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.contains("-SETUP-") ? 0 : name.contains("-CLEANUP-") ? 2 : 1;
    }

    private static @Nullable PublishedCase readOrNull(Path file) {
        try {
            return PublishedCase.read(file);
        } catch (IOException _) {
            return null;
        }
    }

    /** The group of cases that test one thing: CS-BC of CS-BC-M-7-14; TC for single cases. */
    public String family() {
        Matcher matcher = FAMILY.matcher(name);
        return matcher.matches() ? matcher.group(1) : name.replaceFirst("-.*", "");
    }

    /**
     * Cases that go on where another one stopped, as TL-M-3-12 does after TL-M-2-12: they differ in
     * the last number only and need the same partition of a server; other cases must not see their
     * objects.
     */
    public String series() {
        // The numbered cases stand alone, and use the same names and groups.
        return name.matches("TC-\\d+-\\d\\d") ? name
                : name.replaceFirst("-\\d+-(\\d\\d)$", "-$1")
                        .replaceFirst("-(SETUP|CLEANUP)-", "-")
                        .replaceFirst("TC-OTP-.*(\\d\\d)$", "TC-OTP-$1");
    }
}
