package io.sallyport.gateway.vault;

import io.netty.buffer.ByteBuf;

/** Memory for what may be secret. Called on event loops. */
@FunctionalInterface
public interface SecretBuffers {

    /** An empty off-heap buffer for so many bytes, which is erased when it is released. */
    ByteBuf take(int bytes);
}
