package io.sallyport.kmip.bind;

import io.sallyport.kmip.model.KmipVersion;

/**
 * The version in which a message is said, and what becomes of that which the version has no words
 * for. A response leaves it out: a peer never gets a field that its version does not define. A
 * request that left something out would ask for something else, so it is not said at all.
 */
public record Dialect(KmipVersion version, boolean strict) {

    /** For requests: nothing may be lost. */
    public static Dialect ofRequest(KmipVersion version) {
        return new Dialect(version, true);
    }

    /** For responses: what the version does not define falls away. */
    public static Dialect ofResponse(KmipVersion version) {
        return new Dialect(version, false);
    }

    /** Whether this is that version or a later one. */
    boolean atLeast(KmipVersion other) {
        return version.atLeast(other);
    }

    /**
     * Takes note that something falls away.
     *
     * @param what its name in the specification, never its value
     * @throws UnsayableException if nothing may be lost
     */
    public void lose(String what) {
        if (strict) {
            throw new UnsayableException(version, what);
        }
    }
}
