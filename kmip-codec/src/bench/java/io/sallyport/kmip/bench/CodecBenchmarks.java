package io.sallyport.kmip.bench;

import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

import io.sallyport.kmip.message.KmipCodec;
import io.sallyport.kmip.message.KmipFault;
import io.sallyport.kmip.message.RequestMessage;
import io.sallyport.kmip.ttlv.TtlvBinary;
import io.sallyport.kmip.ttlv.TtlvFault;
import io.sallyport.kmip.ttlv.TtlvItem;
import io.sallyport.kmip.ttlv.TtlvLimits;

/** What happens to a message between two buffers, from the least work to all of it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class CodecBenchmarks {
    private final KmipCodec codec = new KmipCodec();
    private final ByteBuffer frame = EncryptMessage.bytes();
    private final ByteBuffer out = ByteBuffer.allocateDirect(frame.limit());
    private final TtlvItem tree = decodeTree(frame);
    private final RequestMessage request = decodeRequest(codec, frame);

    /** The bytes as they are, from buffer to buffer: the floor. */
    @Benchmark
    public ByteBuffer copy() {
        return out.clear().put(frame.rewind());
    }

    /** Bytes to the tree of items. */
    @Benchmark
    public TtlvItem ttlvDecode() {
        return decodeTree(frame);
    }

    /** The tree of items to bytes. */
    @Benchmark
    public ByteBuffer ttlvEncode() {
        TtlvBinary.encode(tree, out.clear());
        return out;
    }

    /** Bytes to the record. */
    @Benchmark
    public RequestMessage decode() {
        return decodeRequest(codec, frame);
    }

    /** The record to bytes. */
    @Benchmark
    public ByteBuffer encode() {
        codec.encodeRequest(request, out.clear());
        return out;
    }

    /** Bytes to the record and to bytes again. */
    @Benchmark
    public ByteBuffer decodeAndEncode() {
        codec.encodeRequest(decodeRequest(codec, frame), out.clear());
        return out;
    }

    private static RequestMessage decodeRequest(KmipCodec codec, ByteBuffer frame) {
        try {
            return codec.decodeRequest(frame.rewind());
        } catch (KmipFault fault) {
            throw new AssertionError(fault);
        }
    }

    private static TtlvItem decodeTree(ByteBuffer frame) {
        try {
            return TtlvBinary.decode(frame.rewind(), TtlvLimits.DEFAULT);
        } catch (TtlvFault fault) {
            throw new AssertionError(fault);
        }
    }
}
