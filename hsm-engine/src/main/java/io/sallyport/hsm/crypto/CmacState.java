package io.sallyport.hsm.crypto;

import java.util.Arrays;

/**
 * CMAC of data in parts. The state is the chaining value and the bytes behind it, at least one of
 * which waits until the end is known. Belongs to one thread.
 */
public final class CmacState {
    private final Cmac cmac;
    private final CipherAlgorithm algorithm;
    private final KeyView key;
    private final byte[] state;

    /** The state that {@link #begin} or {@link #update} gave; it is zeroed by the next call. */
    public CmacState(Cmac cmac, CipherAlgorithm algorithm, KeyView key, byte[] state) {
        this.cmac = cmac;
        this.algorithm = algorithm;
        this.key = key;
        this.state = state;
    }

    /** The state before the first part. */
    public static byte[] begin(CipherAlgorithm algorithm) {
        return new byte[algorithm.blockBytes()];
    }

    /** The state after more data. */
    public byte[] update(byte[] data) {
        int block = algorithm.blockBytes();
        byte[] all = joined(data);
        byte[] chain = Arrays.copyOf(state, block);
        int whole = Cmac.chainable(algorithm, all.length);
        byte[] moved = cmac.chain(algorithm, key, chain, all, whole);
        byte[] next = Arrays.copyOf(moved, block + all.length - whole);
        System.arraycopy(all, whole, next, block, all.length - whole);
        wipe(all, moved);
        return next;
    }

    /** The code after the last data. */
    public byte[] finish(byte[] data) {
        byte[] all = joined(data);
        byte[] chain = Arrays.copyOf(state, algorithm.blockBytes());
        byte[] code = cmac.finish(algorithm, key, chain, all, all.length);
        wipe(all, chain);
        return code;
    }

    private byte[] joined(byte[] data) {
        int block = algorithm.blockBytes();
        int waiting = state.length - block;
        byte[] all = new byte[waiting + data.length];
        System.arraycopy(state, block, all, 0, waiting);
        System.arraycopy(data, 0, all, waiting, data.length);
        return all;
    }

    private void wipe(byte[] all, byte[] chain) {
        Arrays.fill(all, (byte) 0);
        Arrays.fill(chain, (byte) 0);
        Arrays.fill(state, (byte) 0);
    }
}
