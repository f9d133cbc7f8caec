package io.sallyport.hsm.process;

import java.nio.ByteBuffer;
import java.time.InstantSource;

import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.crypto.JcaBridge;
import io.sallyport.hsm.crypto.NonceSource;
import io.sallyport.hsm.crypto.Workspace;

/** What the commands of one thread work with. */
record CommandContext(Workspace workspace, ObjectSeal seal, JcaBridge bridge, NonceSource nonces,
        InstantSource clock) {

    /** The engine's clock, in seconds since 1970. */
    long now() {
        return clock.instant().getEpochSecond();
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
}
