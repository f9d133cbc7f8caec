package io.sallyport.kmip.model;

import org.jspecify.annotations.Nullable;

/**
 * A code that arrived where a value of {@code E} is due: unknown codes are representable, so that
 * one of them is answered, not a reason to drop the message.
 *
 * @param code the code on the wire; unsigned 32 bit
 * @param known the value with that code, or null where this build knows none
 */
public record Enumerated<E extends Enum<E> & KmipEnumeration>(int code, @Nullable E known) {
    public Enumerated {
        if (known != null && known.code() != code) {
            throw new IllegalArgumentException("code and value disagree");
        }
    }

    /** A known value. */
    public static <E extends Enum<E> & KmipEnumeration> Enumerated<E> of(E value) {
        return new Enumerated<>(value.code(), value);
    }

    /** Whether this is that value. */
    public boolean is(E value) {
        return known == value;
    }

    /** The XML name, or 0x and eight digits for an unknown code. */
    @Override
    public String toString() {
        return known != null ? known.xmlName() : String.format("0x%08X", code);
    }
}
