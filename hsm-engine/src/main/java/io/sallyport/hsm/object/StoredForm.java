package io.sallyport.hsm.object;

import java.nio.ByteBuffer;

import io.sallyport.hsm.object.ObjectFault.Flaw;

/**
 * The layout of a stored object (docs/spec/wrapped-object.md): preamble and header in clear, then
 * nonce and sealed material. Everything before the nonce is the associated data of the sealing.
 *
 * @param term number of the domain key that seals it
 * @param blob the whole form; not a copy
 * @param associatedBytes how many bytes of the blob stand before the nonce
 */
@SuppressWarnings("ArrayRecordComponent") // lent, never compared
public record StoredForm(int term, Origin origin, ObjectHeader header, byte[] blob,
        int associatedBytes) {
    /** Length of the nonce. */
    public static final int NONCE_BYTES = 24;
    /** Length of the authentication tag. */
    public static final int TAG_BYTES = 16;
    /** Longest material. */
    public static final int MATERIAL_BYTES_MAX = 1 << 20;

    private static final int MAGIC = 0x53504f42;
    private static final int FORMAT = 1;
    private static final int PREAMBLE_BYTES = 12;
    private static final int TERM_OFFSET = 6;
    private static final int BLOB_BYTES_MAX = PREAMBLE_BYTES + HeaderCodec.HEADER_BYTES_MAX
            + NONCE_BYTES + MATERIAL_BYTES_MAX + TAG_BYTES;

    /**
     * A blob with preamble and header written, and room for the nonce, material of this length
     * and the tag.
     */
    public static StoredForm compose(int term, Origin origin, ObjectHeader header,
            int materialBytes) {
        byte[] encoding = HeaderCodec.encode(header);
        int associated = PREAMBLE_BYTES + encoding.length;
        byte[] blob = new byte[associated + NONCE_BYTES + materialBytes + TAG_BYTES];
        ByteBuffer.wrap(blob).putInt(MAGIC).put((byte) FORMAT).put((byte) origin.code())
                .putInt(term).putShort((short) encoding.length).put(encoding);
        return new StoredForm(term, origin, header, blob, associated);
    }

    /**
     * Reads the layout; does not and can't verify the seal.
     *
     * @param blob the whole form; not copied
     * @throws ObjectFault with the first flaw
     */
    public static StoredForm parse(byte[] blob) throws ObjectFault {
        if (blob.length > BLOB_BYTES_MAX) {
            throw new ObjectFault(Flaw.TOO_LONG);
        }
        if (blob.length < PREAMBLE_BYTES) {
            throw new ObjectFault(Flaw.TRUNCATED);
        }
        ByteBuffer in = ByteBuffer.wrap(blob);
        if (in.getInt() != MAGIC) {
            throw new ObjectFault(Flaw.WRONG_MAGIC);
        }
        if (in.get() != FORMAT) {
            throw new ObjectFault(Flaw.UNKNOWN_FORMAT);
        }
        Origin origin = origin(in.get());
        int term = in.getInt();
        if (term < 1) {
            throw new ObjectFault(Flaw.TERM_OUT_OF_RANGE);
        }
        int headerBytes = in.getShort() & 0xffff;
        if (headerBytes > HeaderCodec.HEADER_BYTES_MAX) {
            throw new ObjectFault(Flaw.HEADER_LENGTH);
        }
        if (in.remaining() < headerBytes + NONCE_BYTES + TAG_BYTES) {
            throw new ObjectFault(Flaw.TRUNCATED);
        }
        ObjectHeader header = HeaderCodec.decode(in.slice(PREAMBLE_BYTES, headerBytes));
        StoredForm form = new StoredForm(term, origin, header, blob, PREAMBLE_BYTES + headerBytes);
        if (form.materialBytes() > MATERIAL_BYTES_MAX) {
            throw new ObjectFault(Flaw.TOO_LONG);
        }
        return form;
    }

    /** The term of a blob that was parsed or composed before. */
    static int termOf(byte[] blob) {
        return ByteBuffer.wrap(blob).getInt(TERM_OFFSET);
    }

    /** Length of the material inside; 0 when it was destroyed. */
    public int materialBytes() {
        return blob.length - associatedBytes - NONCE_BYTES - TAG_BYTES;
    }

    /** Where the sealed material begins. */
    public int sealedOffset() {
        return associatedBytes + NONCE_BYTES;
    }

    /** Shows identity and size, not the bytes. */
    @Override
    public String toString() {
        return "StoredForm[" + header.id() + ", term " + term + ", " + blob.length + " bytes]";
    }

    private static Origin origin(int code) throws ObjectFault {
        for (Origin origin : Origin.values()) {
            if (origin.code() == code) {
                return origin;
            }
        }
        throw new ObjectFault(Flaw.UNKNOWN_ORIGIN);
    }
}
