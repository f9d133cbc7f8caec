package io.sallyport.hsm.command;

import java.nio.ByteBuffer;

import org.jspecify.annotations.Nullable;

/**
 * Says that a command carries one part of data that come in several. The engine remembers nothing
 * between the parts: each answer but the last has a continuation, which is opaque, and which the
 * next part brings back. A continuation belongs to one command, key and specification. Whoever
 * keeps it presents it once: a counter mode would use its key stream twice otherwise.
 *
 * @param last whether the data end with this part
 * @param continuation what the answer to the part before had; null for the first part
 */
public record Part(boolean last, @Nullable ByteBuffer continuation) {

    /** The first of several parts. */
    public static Part first() {
        return new Part(false, null);
    }
}
