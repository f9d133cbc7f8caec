package io.sallyport.gateway.session;

import java.nio.ByteBuffer;

/** Memory for requests that counts what is held, and erases what is let go of. */
final class HeldFrames implements FrameMemory {
    private int held;

    /** How many requests are held. */
    int held() {
        return held;
    }

    @Override
    public Held hold(ByteBuffer frame) {
        ByteBuffer copy = ByteBuffer.allocateDirect(frame.remaining()).put(frame).flip();
        held++;
        return new Held() {
            private boolean released;

            @Override
            public ByteBuffer frame() {
                if (released) {
                    throw new AssertionError("The request was let go of.");
                }
                return copy;
            }

            @Override
            public void release() {
                if (released) {
                    throw new AssertionError("The request was let go of twice.");
                }
                released = true;
                held--;
                copy.clear().put(new byte[copy.capacity()]);
            }
        };
    }
}
