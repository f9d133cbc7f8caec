package io.sallyport.gateway.policy;

import java.util.Arrays;
import java.util.Optional;

/** The engine's code with one cryptographic module or another, each on a class path of its own. */
public enum EngineDistribution {
    /** The JDK and Bouncy Castle. */
    ORDINARY("ordinary", "lib-engine"),
    /** {@code bc-fips} in approved-only mode. */
    FIPS("fips", "lib-engine-fips");

    private final String word;
    private final String folder;

    EngineDistribution(String word, String folder) {
        this.word = word;
        this.folder = folder;
    }

    /** Its name in settings and options. */
    public String word() {
        return word;
    }

    /** The folder of its class path, within the application's home. */
    public String folder() {
        return folder;
    }

    /** The distribution with this name. */
    public static Optional<EngineDistribution> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
    }
}
