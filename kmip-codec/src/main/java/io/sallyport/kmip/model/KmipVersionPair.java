package io.sallyport.kmip.model;

import org.jspecify.annotations.Nullable;

/** A version as two numbers, known to this build or not. */
public record KmipVersionPair(int major, int minor) {

    /** The numbers of a known version. */
    public static KmipVersionPair of(KmipVersion version) {
        return new KmipVersionPair(version.major(), version.minor());
    }

    /** The version with these numbers, or null where no such version is known. */
    public @Nullable KmipVersion known() {
        return KmipVersion.of(major, minor);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
