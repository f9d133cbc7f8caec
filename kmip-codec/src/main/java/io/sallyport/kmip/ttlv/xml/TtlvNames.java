package io.sallyport.kmip.ttlv.xml;

import org.jspecify.annotations.Nullable;

/** The names that texts use for tags, values of enumerations and bits of masks. Thread-safe. */
public interface TtlvNames {
    /** The tag's name, or null where it has none. */
    @Nullable
    String tagName(int tag);

    /** The tag with this name, or 0. */
    int tagOf(String name);

    /**
     * The tag whose enumeration or mask gives meaning to a value: the tag itself, but for the value
     * of an attribute that is named by text, where the attribute's tag says it.
     *
     * @param attributeName the text of the Attribute Name that precedes it in the same structure
     */
    int meaningOf(int tag, @Nullable String attributeName);

    /** The name of a code, or null where the tag's enumeration does not have it. */
    @Nullable
    String enumerationName(int tag, int code);

    /** The code with this name, or null where the tag's enumeration does not have it. */
    @Nullable
    Integer enumerationCode(int tag, String name);

    /** The names of the bits of a mask, parted by blanks, or null where the tag is no mask. */
    @Nullable
    String maskNames(int tag, int mask);

    /** The bit with this name, or 0 where the tag's mask does not have it. */
    int maskBit(int tag, String name);

    /** Whether a text under this tag may be shown to operators. */
    boolean isPublicText(int tag);
}
