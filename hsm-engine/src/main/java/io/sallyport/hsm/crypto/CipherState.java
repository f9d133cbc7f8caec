package io.sallyport.hsm.crypto;

import java.nio.ByteBuffer;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.command.CipherSpec.Mode;
import io.sallyport.hsm.crypto.CipherParts.Task;

/**
 * Where an encryption or decryption in parts stands (docs/spec/continuation.md): the IV of the
 * next block, the bytes that wait for the rest of theirs, and the hash of GCM. Belongs to one
 * thread.
 */
public final class CipherState {
    private static final int BLOCK = 16;
    private static final byte[] NOTHING = new byte[0];

    private byte[] chain;
    private int counter;
    private byte[] waiting = NOTHING;
    private byte[] sum = NOTHING;
    private long associatedBytes;
    private long dataBytes;

    CipherState(byte @Nullable [] iv, int counter) {
        this.chain = iv == null ? NOTHING : iv.clone();
        this.counter = counter;
    }

    /** Reads what {@link #encode} wrote. */
    public static CipherState decode(byte[] encoded) {
        ByteBuffer in = ByteBuffer.wrap(encoded);
        CipherState state = new CipherState(get(in), in.getInt());
        state.waiting = get(in);
        state.sum = get(in);
        state.associatedBytes = in.getLong();
        state.dataBytes = in.getLong();
        return state;
    }

    /** The state as bytes; the caller wipes them. */
    public byte[] encode() {
        ByteBuffer out = ByteBuffer.allocate(3 + chain.length + Integer.BYTES + waiting.length
                + sum.length + 2 * Long.BYTES);
        put(out, chain);
        out.putInt(counter);
        put(out, waiting);
        put(out, sum);
        return out.putLong(associatedBytes).putLong(dataBytes).array();
    }

    /** Bytes of earlier parts that wait for the rest of their block. */
    public byte[] waiting() {
        return waiting;
    }

    /** Zeroes what is secret. */
    public void wipe() {
        Arrays.fill(chain, (byte) 0);
        Arrays.fill(waiting, (byte) 0);
        Arrays.fill(sum, (byte) 0);
    }

    byte @Nullable [] chain() {
        return chain.length == 0 ? null : chain;
    }

    int counter() {
        return counter;
    }

    long dataBytes() {
        return dataBytes;
    }

    byte[] gcmIv() {
        return Arrays.copyOf(chain, BLOCK - Integer.BYTES);
    }

    void keep(byte[] data, int from, int to) {
        Arrays.fill(waiting, (byte) 0);
        waiting = Arrays.copyOfRange(data, from, to);
    }

    /** Moves the IV behind whole blocks. */
    void advance(Task task, byte[] data, byte[] output, int length) {
        int block = task.algorithm().blockBytes();
        switch (task.spec().mode()) {
            case CBC, CFB -> chain = Arrays.copyOfRange(task.encrypts() ? output : data,
                    length - block, length);
            case OFB, PCBC -> {
                for (int i = 0; i < block; i++) {
                    int at = length - block + i;
                    chain[i] = (byte) (data[at] ^ output[at]);
                }
            }
            case CTR, GCM -> count(length / block);
            case NONE -> counter += length / block;
            case ECB, CCM, XTS, NIST_KEY_WRAP, AES_KEY_WRAP_PADDING -> {
            }
        }
    }

    void beginHash(byte[] associated, GaloisKey multiplier) {
        sum = new byte[BLOCK];
        associatedBytes = associated.length;
        mix(associated, associated.length, multiplier);
    }

    /** Takes ciphertext into GCM's hash; only the last one need not be whole blocks. */
    void hash(Task task, byte[] data, byte[] output, int length, GaloisKey multiplier) {
        if (task.spec().mode() == Mode.GCM) {
            dataBytes += length;
            mix(task.encrypts() ? output : data, length, multiplier);
        }
    }

    byte[] finishHash(GaloisKey multiplier) {
        byte[] lengths = ByteBuffer.allocate(BLOCK).putLong(associatedBytes * Byte.SIZE)
                .putLong(dataBytes * Byte.SIZE).array();
        mix(lengths, BLOCK, multiplier);
        return sum;
    }

    private void mix(byte[] bytes, int length, GaloisKey multiplier) {
        for (int start = 0; start < length; start += BLOCK) {
            int count = Math.min(BLOCK, length - start);
            for (int i = 0; i < count; i++) {
                sum[i] ^= bytes[start + i];
            }
            multiplier.multiply(sum);
        }
    }

    private void count(int blocks) {
        long carry = blocks;
        for (int i = chain.length - 1; i >= 0 && carry != 0; i--) {
            carry += chain[i] & 0xff;
            chain[i] = (byte) carry;
            carry >>>= Byte.SIZE;
        }
    }

    private static void put(ByteBuffer out, byte[] bytes) {
        out.put((byte) bytes.length).put(bytes);
    }

    private static byte[] get(ByteBuffer in) {
        byte[] bytes = new byte[in.get() & 0xff];
        in.get(bytes);
        return bytes;
    }
}
