package io.sallyport.hsm.object;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.object.ObjectFault.Flaw;

/**
 * The canonical encoding of an {@link ObjectHeader} (docs/spec/wrapped-object.md, section Header):
 * every header has exactly one encoding, and every accepted encoding is the encoding of its header.
 */
public final class HeaderCodec {
    /** Longest identifier or partition name, in bytes of UTF-8. */
    public static final int TEXT_BYTES_MAX = 255;
    /** Longest encoding of a header. */
    public static final int HEADER_BYTES_MAX = 1024;

    private static final int DATE_FLAGS = 0x7f;
    private static final int SENSITIVE = 1;
    private static final int ALWAYS_SENSITIVE = 2;
    private static final int EXTRACTABLE = 4;
    private static final int NEVER_EXTRACTABLE = 8;
    private static final int ONE_FAMILY = 16;
    private static final int PROTECTION_FLAGS = 31;

    private HeaderCodec() {}

    /**
     * The encoding of a header.
     *
     * @throws IllegalArgumentException if a field is outside the range that the format allows
     */
    public static byte[] encode(ObjectHeader header) {
        if (header.version() < 1 || header.lengthBits() < 0) {
            throw new IllegalArgumentException(
                    "A header's version is at least 1 and its length not negative.");
        }
        ByteBuffer out = ByteBuffer.allocate(HEADER_BYTES_MAX);
        putText(out, header.id());
        putText(out, header.partition());
        out.putLong(header.version()).putInt(header.objectType()).putInt(header.keyFormat())
                .putInt(header.algorithm()).putInt(header.lengthBits()).putInt(header.usageMask())
                .put((byte) header.state().code());
        putDates(out, header.dates());
        putProtection(out, header.protection());
        out.put(header.attributesDigest().toByteArray());
        byte[] encoding = new byte[out.position()];
        out.get(0, encoding);
        return encoding;
    }

    /**
     * Reads a header that fills the buffer from position to limit.
     *
     * @throws ObjectFault with the first flaw, if the bytes are not a canonical encoding
     */
    public static ObjectHeader decode(ByteBuffer in) throws ObjectFault {
        if (in.remaining() > HEADER_BYTES_MAX) {
            throw new ObjectFault(Flaw.HEADER_LENGTH);
        }
        try {
            ObjectHeader header = read(in);
            if (in.hasRemaining()) {
                throw new ObjectFault(Flaw.HEADER_TRAILING);
            }
            return header;
        } catch (BufferUnderflowException e) {
            throw new ObjectFault(Flaw.TRUNCATED);
        }
    }

    private static ObjectHeader read(ByteBuffer in) throws ObjectFault {
        String id = getText(in);
        String partition = getText(in);
        long version = in.getLong();
        if (version < 1) {
            throw new ObjectFault(Flaw.VERSION_OUT_OF_RANGE);
        }
        int objectType = in.getInt();
        int keyFormat = in.getInt();
        int algorithm = in.getInt();
        int lengthBits = in.getInt();
        if (lengthBits < 0) {
            throw new ObjectFault(Flaw.LENGTH_OUT_OF_RANGE);
        }
        int usageMask = in.getInt();
        KeyState state = getState(in);
        KeyDates dates = getDates(in);
        Protection protection = getProtection(in);
        byte[] digest = new byte[Sha256.BYTES];
        in.get(digest);
        return new ObjectHeader(id, partition, version, objectType, keyFormat, algorithm,
                lengthBits, usageMask, state, dates, protection, Sha256.of(digest));
    }

    private static void putText(ByteBuffer out, String text) {
        ByteBuffer utf8;
        try {
            utf8 = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("An identifier or partition is no Unicode text.", e);
        }
        int length = utf8.remaining();
        if (length == 0 || length > TEXT_BYTES_MAX) {
            throw new IllegalArgumentException("An identifier or partition has 1 to "
                    + TEXT_BYTES_MAX + " bytes, not " + length + ".");
        }
        out.put((byte) length).put(utf8);
    }

    private static String getText(ByteBuffer in) throws ObjectFault {
        int length = in.get() & 0xff;
        if (length == 0) {
            throw new ObjectFault(Flaw.TEXT_LENGTH);
        }
        if (length > in.remaining()) {
            throw new ObjectFault(Flaw.TRUNCATED);
        }
        ByteBuffer utf8 = in.slice(in.position(), length);
        in.position(in.position() + length);
        try {
            CharBuffer text = StandardCharsets.UTF_8.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT).decode(utf8);
            return text.toString();
        } catch (CharacterCodingException e) {
            throw new ObjectFault(Flaw.TEXT_ENCODING);
        }
    }

    private static KeyState getState(ByteBuffer in) throws ObjectFault {
        int code = in.get();
        for (KeyState state : KeyState.values()) {
            if (state.code() == code) {
                return state;
            }
        }
        throw new ObjectFault(Flaw.UNKNOWN_STATE);
    }

    private static void putDates(ByteBuffer out, KeyDates dates) {
        @Nullable
        Long[] optional = {dates.activation(), dates.processStart(), dates.protectStop(),
                dates.deactivation(), dates.destroy(), dates.compromiseOccurrence(),
                dates.compromise()};
        int flags = 0;
        for (int i = 0; i < optional.length; i++) {
            flags |= optional[i] == null ? 0 : 1 << i;
        }
        out.put((byte) flags).putLong(dates.initial());
        for (Long date : optional) {
            if (date != null) {
                out.putLong(date);
            }
        }
    }

    private static KeyDates getDates(ByteBuffer in) throws ObjectFault {
        int flags = in.get();
        if ((flags & ~DATE_FLAGS) != 0) {
            throw new ObjectFault(Flaw.DATE_FLAGS);
        }
        long initial = in.getLong();
        return new KeyDates(initial, getDate(in, flags, 0), getDate(in, flags, 1),
                getDate(in, flags, 2), getDate(in, flags, 3), getDate(in, flags, 4),
                getDate(in, flags, 5), getDate(in, flags, 6));
    }

    private static @Nullable Long getDate(ByteBuffer in, int flags, int bit) {
        return (flags & 1 << bit) == 0 ? null : Long.valueOf(in.getLong());
    }

    private static void putProtection(ByteBuffer out, Protection protection) {
        MechanismFamily family = protection.family();
        out.put((byte) ((protection.sensitive() ? SENSITIVE : 0)
                | (protection.alwaysSensitive() ? ALWAYS_SENSITIVE : 0)
                | (protection.extractable() ? EXTRACTABLE : 0)
                | (protection.neverExtractable() ? NEVER_EXTRACTABLE : 0)
                | (family == null ? 0 : ONE_FAMILY)));
        if (family != null) {
            out.put((byte) family.code());
        }
    }

    private static Protection getProtection(ByteBuffer in) throws ObjectFault {
        int flags = in.get();
        if ((flags & ~PROTECTION_FLAGS) != 0) {
            throw new ObjectFault(Flaw.PROTECTION_FLAGS);
        }
        return new Protection((flags & SENSITIVE) != 0, (flags & ALWAYS_SENSITIVE) != 0,
                (flags & EXTRACTABLE) != 0, (flags & NEVER_EXTRACTABLE) != 0,
                (flags & ONE_FAMILY) == 0 ? null : getFamily(in));
    }

    private static MechanismFamily getFamily(ByteBuffer in) throws ObjectFault {
        MechanismFamily family = MechanismFamily.of(in.get());
        if (family == null) {
            throw new ObjectFault(Flaw.UNKNOWN_FAMILY);
        }
        return family;
    }
}
