package io.sallyport.gateway;

import java.nio.ByteBuffer;

import io.netty.buffer.ByteBuf;
import io.sallyport.gateway.net.buffer.SecretMemory;
import io.sallyport.gateway.session.FrameMemory;
import io.vertx.core.internal.ContextInternal;

/** Keeps requests in off-heap memory that is erased when they are let go of. */
final class SecretFrames implements FrameMemory {
    private final SecretMemory memory;

    SecretFrames(SecretMemory memory) {
        this.memory = memory;
    }

    @Override
    public Held hold(ByteBuffer frame) {
        int length = frame.remaining();
        ByteBuf copy = memory.allocatorOf(ContextInternal.current().nettyEventLoop())
                .directBuffer(length, length);
        copy.writeBytes(frame.duplicate());
        ByteBuffer view = copy.nioBuffer();
        return new Held() {
            @Override
            public ByteBuffer frame() {
                return view;
            }

            @Override
            public void release() {
                copy.release();
            }
        };
    }
}
