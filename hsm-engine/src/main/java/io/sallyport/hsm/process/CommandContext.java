package io.sallyport.hsm.process;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.time.InstantSource;

import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.crypto.JcaBridge;
import io.sallyport.hsm.crypto.NonceSource;
import io.sallyport.hsm.crypto.Workspace;

/** What the commands of one thread work with. */
record CommandContext(Workspace workspace, ObjectSeal seal, Continuations continuations,
        JcaBridge bridge, NonceSource nonces, InstantSource clock) {

    /** The engine's clock, in seconds since 1970. */
    long now() {
        return clock.instant().getEpochSecond();
    }

    /** The material of an object on the heap; the caller wipes it. */
    static byte[] material(ObjectSeal.Opened opened) {
        return opened.material().toArray(ValueLayout.JAVA_BYTE);
    }

    /** A copy on the heap, of bytes that are no secret. */
    static byte @Nullable [] bytes(@Nullable ByteBuffer buffer) {
        return buffer == null ? null : copy(buffer);
    }

    /** A copy on the heap, of bytes that are no secret. */
    static byte[] copy(ByteBuffer buffer) {
        byte[] copy = new byte[buffer.remaining()];
        buffer.get(buffer.position(), copy);
        return copy;
    }

    /** Gives each byte of a DES key its odd parity. */
    static void setOddParity(MemorySegment key) {
        for (long i = 0; i < key.byteSize(); i++) {
            int bits = key.get(ValueLayout.JAVA_BYTE, i) & 0xfe;
            int parity = ~Integer.bitCount(bits) & 1;
            key.set(ValueLayout.JAVA_BYTE, i, (byte) (bits | parity));
        }
    }
}
