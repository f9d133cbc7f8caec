package io.sallyport.gateway.dialect;

import java.util.Comparator;

/** A version of the protocol, as numbers on the wire. */
record Version(int major, int minor) implements Comparable<Version> {
    private static final Comparator<Version> ORDER = Comparator.comparingInt(Version::major)
            .thenComparingInt(Version::minor);

    /** Reads "1.4". */
    static Version of(String text) {
        int dot = text.indexOf('.');
        return new Version(Integer.parseInt(text.substring(0, dot)),
                Integer.parseInt(text.substring(dot + 1)));
    }

    boolean before(Version other) {
        return compareTo(other) < 0;
    }

    @Override
    public int compareTo(Version other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
