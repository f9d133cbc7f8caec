package io.sallyport.keycommand;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.ttlv.ByteSlice;

/**
 * What {@code wrap} writes and {@code unwrap} reads: docs/spec/wrapped-file.md. It names its key by
 * the Unique Identifier, so that it can be unwrapped after the name has gone to a newer key.
 *
 * @param key Unique Identifier of the wrapping key
 * @param nonce 12 bytes, made by the engine
 * @param tag 16 bytes
 * @param ciphertext as long as what was wrapped
 */
record WrappedFile(String key, ByteSlice nonce, ByteSlice tag, ByteSlice ciphertext) {
    /** The most that is wrapped: a key or a file of a few, not a database. */
    static final int CLEAR_BYTES_MAX = 65_536;

    /** The longest file that is read. */
    static final int BYTES_MAX = CLEAR_BYTES_MAX + 512;

    private static final byte[] MAGIC = "SPWRAP".getBytes(StandardCharsets.US_ASCII);
    private static final byte FORMAT = 1;
    private static final int KEY_BYTES_MAX = 255;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;

    /** What is authenticated beside the ciphertext: everything before the nonce. */
    static byte[] header(String key) {
        byte[] id = key.getBytes(StandardCharsets.UTF_8);
        if (id.length == 0 || id.length > KEY_BYTES_MAX) {
            throw new IllegalArgumentException("An identifier has 1 to 255 bytes.");
        }
        return ByteBuffer.allocate(MAGIC.length + 2 + id.length).put(MAGIC).put(FORMAT)
                .put((byte) id.length).put(id).array();
    }

    WrappedFile {
        if (nonce.length() != NONCE_BYTES || tag.length() != TAG_BYTES) {
            throw new IllegalArgumentException("A nonce has 12 bytes, a tag 16.");
        }
    }

    byte[] encoded() {
        byte[] header = header(key);
        ByteBuffer out = ByteBuffer.allocate(
                header.length + NONCE_BYTES + TAG_BYTES + ciphertext.length()).put(header);
        nonce.copyTo(out);
        tag.copyTo(out);
        ciphertext.copyTo(out);
        return out.array();
    }

    /**
     * Reads a file; what is in it is not authenticated before the gateway has decrypted it.
     *
     * @throws KeyCommandException if {@code wrap} did not write it
     */
    static WrappedFile decode(byte[] bytes) throws KeyCommandException {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            if (!Arrays.equals(take(in, MAGIC.length), MAGIC)) {
                throw new KeyCommandException("The input was not written by 'sallyport wrap'.");
            }
            byte format = in.get();
            if (format != FORMAT) {
                throw new KeyCommandException("The input has format " + (format & 0xff)
                        + ", but this version reads format 1 only; use a newer one.");
            }
            String key = StandardCharsets.UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(take(in, in.get() & 0xff))).toString();
            if (key.isEmpty()) {
                throw damaged(null);
            }
            return new WrappedFile(key, ByteSlice.of(take(in, NONCE_BYTES)),
                    ByteSlice.of(take(in, TAG_BYTES)), ByteSlice.of(take(in, in.remaining())));
        } catch (BufferUnderflowException | CharacterCodingException e) {
            throw damaged(e);
        }
    }

    private static KeyCommandException damaged(@Nullable Exception e) {
        return new KeyCommandException("The input is damaged or not complete.", e);
    }

    private static byte[] take(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    @Override
    public String toString() {
        return "WrappedFile[key=" + key + ", " + ciphertext.length() + " bytes]";
    }
}
