package io.sallyport.gateway.net;

import java.util.concurrent.atomic.LongAdder;

/** Counters of the network side. Safe for every thread. */
public final class NetMetrics {

    final LongAdder accepted = new LongAdder();
    final LongAdder refused = new LongAdder();
    final LongAdder handshakesFailed = new LongAdder();
    final LongAdder open = new LongAdder();
    final LongAdder framesIn = new LongAdder();
    final LongAdder answersOut = new LongAdder();
    final LongAdder bytesIn = new LongAdder();
    final LongAdder bytesOut = new LongAdder();
    final LongAdder writes = new LongAdder();
    final LongAdder inFlight = new LongAdder();

    NetMetrics() {}

    /** Bytes of requests came, decrypted. */
    public void received(long bytes) {
        bytesIn.add(bytes);
    }

    /** A whole request came. */
    public void requestRead() {
        framesIn.increment();
    }

    /** An answer was written by itself. */
    public void answerWritten(long bytes) {
        answersOut.increment();
        bytesOut.add(bytes);
        writes.increment();
    }

    /** A request was refused before it was read whole. */
    public void requestRefused() {
        refused.increment();
    }

    /**
     * Values at one moment, as far as concurrent counters have one.
     *
     * @param connectionsOpen authenticated connections
     * @param connectionsAccepted TCP connections since the start
     * @param connectionsRefused those of them that the server refused or cut
     * @param writes how many times answers were written; less than answers when they are grouped
     * @param inFlight requests without answer
     * @param buffersOut network buffers in use
     */
    public record Snapshot(long connectionsOpen, long connectionsAccepted, long connectionsRefused,
            long handshakesFailed, long framesIn, long answersOut, long bytesIn, long bytesOut,
            long writes, long inFlight, int buffersOut, long bufferBytesOut) {}

    Snapshot snapshot(int buffersOut, long bufferBytesOut) {
        return new Snapshot(open.sum(), accepted.sum(), refused.sum(), handshakesFailed.sum(),
                framesIn.sum(), answersOut.sum(), bytesIn.sum(), bytesOut.sum(), writes.sum(),
                inFlight.sum(), buffersOut, bufferBytesOut);
    }
}
