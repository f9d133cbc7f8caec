package io.sallyport.gateway.audit;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.port.AuditEvent;
import io.sallyport.gateway.port.AuditEvent.Outcome;
import io.sallyport.hsm.object.Sha256;

/**
 * The bytes of one entry of the audit log: docs/spec/audit-log.md, section 2. One entry has
 * exactly one encoding, and no other bytes decode to it.
 */
public final class AuditLeaf {
    /** The version byte that starts every leaf. */
    public static final byte VERSION = 1;
    /** Longest text in bytes; a longer one is cut and ends with an ellipsis. */
    public static final int TEXT_BYTES_MAX = 1024;
    /** Longest leaf in bytes. */
    public static final int BYTES_MAX = 1 + 8 + Sha256.BYTES + 8 + 1 + 1 + 9 * (2 + TEXT_BYTES_MAX);

    private static final int ABSENT = 0xFFFF;
    private static final int APPROVED = 1;
    private static final int EXPOSED = 2;
    private static final byte[] ELLIPSIS = "…".getBytes(StandardCharsets.UTF_8);

    private AuditLeaf() {}

    /**
     * Writes a leaf at the buffer's position. The buffer has {@value #BYTES_MAX} bytes left.
     *
     * @param previous hash of the previous leaf, or of the origin
     */
    static void encode(long sequence, byte[] previous, String node, AuditEvent event,
            ByteBuffer out) {
        out.put(VERSION).putLong(sequence).put(previous).putLong(event.epochMillis());
        out.put(code(event.outcome()));
        out.put((byte) ((event.approved() ? APPROVED : 0) | (event.exposed() ? EXPOSED : 0)));
        putText(out, node);
        putText(out, event.actor());
        putText(out, event.certificate());
        putText(out, event.peer());
        putText(out, event.partition());
        putText(out, event.operation());
        putText(out, event.objectId());
        putText(out, event.reason());
        putText(out, event.correlation());
    }

    /**
     * Reads the leaf that fills the buffer from position to limit.
     *
     * @throws MalformedLeafException if the bytes are not a canonical leaf
     */
    static AuditEntry decode(ByteBuffer in) throws MalformedLeafException {
        try {
            if (in.get() != VERSION) {
                throw new MalformedLeafException("its version is unknown");
            }
            long sequence = in.getLong();
            byte[] previous = new byte[Sha256.BYTES];
            in.get(previous);
            long epochMillis = in.getLong();
            Outcome outcome = outcome(in.get());
            byte flags = in.get();
            if ((flags & ~(APPROVED | EXPOSED)) != 0) {
                throw new MalformedLeafException("it has unknown flags");
            }
            String node = text(in);
            AuditEvent event = new AuditEvent(epochMillis, text(in), optionalText(in), text(in),
                    optionalText(in), text(in), optionalText(in), outcome, optionalText(in),
                    (flags & APPROVED) != 0, (flags & EXPOSED) != 0, optionalText(in));
            if (in.hasRemaining()) {
                throw new MalformedLeafException("it is longer than its fields");
            }
            return new AuditEntry(sequence, Sha256.of(previous), node, event);
        } catch (BufferUnderflowException shorter) {
            throw new MalformedLeafException("it is shorter than its fields");
        }
    }

    private static byte code(Outcome outcome) {
        return switch (outcome) {
            case SUCCESS -> 1;
            case DENIED -> 2;
            case FAILED -> 3;
            case UNDONE -> 4;
        };
    }

    private static Outcome outcome(byte code) throws MalformedLeafException {
        for (Outcome outcome : Outcome.values()) {
            if (code(outcome) == code) {
                return outcome;
            }
        }
        throw new MalformedLeafException("its outcome is unknown");
    }

    private static void putText(ByteBuffer out, @Nullable String text) {
        if (text == null) {
            out.putShort((short) ABSENT);
            return;
        }
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        if (utf8.length > TEXT_BYTES_MAX) {
            utf8 = cut(utf8);
        }
        out.putShort((short) utf8.length).put(utf8);
    }

    /** A peer chooses some of these texts: it must not choose how large the log grows. */
    private static byte[] cut(byte[] utf8) {
        int end = TEXT_BYTES_MAX - ELLIPSIS.length;
        while ((utf8[end] & 0xC0) == 0x80) {
            end--;
        }
        byte[] shortened = Arrays.copyOf(utf8, end + ELLIPSIS.length);
        System.arraycopy(ELLIPSIS, 0, shortened, end, ELLIPSIS.length);
        return shortened;
    }

    private static String text(ByteBuffer in) throws MalformedLeafException {
        String text = optionalText(in);
        if (text == null) {
            throw new MalformedLeafException("a text that every entry has is absent");
        }
        return text;
    }

    private static @Nullable String optionalText(ByteBuffer in) throws MalformedLeafException {
        int length = Short.toUnsignedInt(in.getShort());
        if (length == ABSENT) {
            return null;
        }
        if (length > TEXT_BYTES_MAX) {
            throw new MalformedLeafException("a text is too long");
        }
        if (length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        ByteBuffer utf8 = in.slice(in.position(), length);
        in.position(in.position() + length);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(utf8).toString();
        } catch (CharacterCodingException notUtf8) {
            throw new MalformedLeafException("a text is not UTF-8");
        }
    }

    /** Bytes that are not a leaf; the message is a clause that says why. */
    static final class MalformedLeafException extends Exception {
        private static final long serialVersionUID = 1L;

        MalformedLeafException(String why) {
            super(why, null, false, false);
        }
    }
}
