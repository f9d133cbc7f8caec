package io.sallyport.gateway.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Cases that are known not to pass, each with its reason. Immutable. */
public final class LeftOut {

    /** No case is left out. */
    public static final LeftOut NONE = new LeftOut(Map.of());

    private final Map<String, String> reasons;

    private LeftOut(Map<String, String> reasons) {
        this.reasons = Map.copyOf(reasons);
    }

    /**
     * Reads lines {@code CASE reason}; empty lines and those that begin with # mean nothing.
     *
     * @throws IOException if the file can't be read, or a line has no reason
     */
    public static LeftOut read(Path file) throws IOException {
        Map<String, String> reasons = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] parts = line.split(" ", 2);
                if (parts.length < 2 || parts[1].isBlank()) {
                    throw new IOException(file + " gives no reason in the line '" + line + "'.");
                }
                reasons.put(parts[0], parts[1].strip());
            }
        }
        return new LeftOut(reasons);
    }

    /** Why this case is left out, if it is. */
    public Optional<String> reason(String name) {
        return Optional.ofNullable(reasons.get(name));
    }

    /** How many cases are left out. */
    public int size() {
        return reasons.size();
    }
}
