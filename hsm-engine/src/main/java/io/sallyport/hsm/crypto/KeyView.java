package io.sallyport.hsm.crypto;

import java.lang.foreign.MemorySegment;

/**
 * Key bytes outside the heap, lent for one call. Prints its length only.
 */
public final class KeyView {
    private final MemorySegment bytes;

    /** A view on exactly these bytes. */
    public KeyView(MemorySegment bytes) {
        if (!bytes.isNative()) {
            throw new IllegalArgumentException("A key does not live on the heap.");
        }
        this.bytes = bytes;
    }

    /** Length in bytes. */
    public int length() {
        return (int) bytes.byteSize();
    }

    MemorySegment bytes() {
        return bytes;
    }

    @Override
    public String toString() {
        return "KeyView[" + length() + " bytes]";
    }
}
