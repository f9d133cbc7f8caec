package io.sallyport.kmip.model;

import org.jspecify.annotations.Nullable;

/** A value of one of the enumerations of the specification. */
public interface KmipEnumeration {
    /** The code on the wire; unsigned 32 bit. */
    int code();

    /** The name in the XML and JSON encodings. */
    String xmlName();

    /** The first version that defines the value. */
    KmipVersion since();

    /** The first version that does not define the value any more, or null while it lives. */
    @Nullable
    KmipVersion until();

    /** Whether a message of this version may carry the value. */
    default boolean definedIn(KmipVersion version) {
        KmipVersion until = until();
        return version.atLeast(since()) && (until == null || !version.atLeast(until));
    }
}
