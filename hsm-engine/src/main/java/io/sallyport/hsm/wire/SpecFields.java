package io.sallyport.hsm.wire;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.command.CipherSpec;
import io.sallyport.hsm.command.DerivationSpec;
import io.sallyport.hsm.command.HashAlgorithm;
import io.sallyport.hsm.command.MacSpec;
import io.sallyport.hsm.command.Part;
import io.sallyport.hsm.command.SignatureSpec;
import io.sallyport.hsm.command.SplitSpec;

/** Specifications of algorithms, and parts, as fields of a body. Stateless. */
public final class SpecFields {
    /** More than any of these takes without its byte strings. */
    static final int BYTES_MAX = 32;

    private static final CipherSpec.Mode[] MODES = CipherSpec.Mode.values();
    private static final CipherSpec.Padding[] PADDINGS = CipherSpec.Padding.values();
    private static final SignatureSpec.Padding[] SIGNATURES = SignatureSpec.Padding.values();
    private static final HashAlgorithm[] HASHES = HashAlgorithm.values();
    private static final DerivationSpec.Method[] DERIVATIONS = DerivationSpec.Method.values();
    private static final SplitSpec.Method[] SPLITS = SplitSpec.Method.values();
    private static final int WHOLE = 0;
    private static final int MORE = 1;
    private static final int LAST = 2;

    private SpecFields() {}

    /** The bytes of a specification, to bind a continuation to it. */
    public static byte[] bytesOf(CipherSpec spec) {
        return bytes(out -> putCipher(out, spec));
    }

    /** As above. */
    public static byte[] bytesOf(SignatureSpec spec) {
        return bytes(out -> putSignature(out, spec));
    }

    /** As above. */
    public static byte[] bytesOf(MacSpec spec) {
        return bytes(out -> putMac(out, spec));
    }

    /** As above. */
    public static byte[] bytesOf(HashAlgorithm hash) {
        return bytes(out -> putHash(out, hash));
    }

    private static byte[] bytes(Consumer<ByteBuffer> put) {
        ByteBuffer out = ByteBuffer.allocate(BYTES_MAX);
        put.accept(out);
        return Arrays.copyOf(out.array(), out.position());
    }

    static void putCipher(ByteBuffer out, CipherSpec spec) {
        out.put((byte) Codes.of(spec.mode())).put((byte) Codes.of(spec.padding()))
                .put((byte) spec.tagLengthBytes());
        Fields.putTruth(out, spec.randomIv());
        putOptionalHash(out, spec.hash());
        putOptionalHash(out, spec.maskHash());
        out.putInt(spec.initialCounter());
    }

    static CipherSpec getCipher(ByteBuffer in) throws WireFault {
        return new CipherSpec(Fields.getEnum(in, MODES, Codes::of),
                Fields.getEnum(in, PADDINGS, Codes::of), Fields.getByte(in), Fields.getTruth(in),
                getOptionalHash(in), getOptionalHash(in), Fields.getInt(in));
    }

    static void putSignature(ByteBuffer out, SignatureSpec spec) {
        out.put((byte) Codes.of(spec.padding()));
        putOptionalHash(out, spec.hash());
        putOptionalHash(out, spec.maskHash());
        out.putShort((short) spec.saltLengthBytes());
    }

    static SignatureSpec getSignature(ByteBuffer in) throws WireFault {
        return new SignatureSpec(Fields.getEnum(in, SIGNATURES, Codes::of), getOptionalHash(in),
                getOptionalHash(in), Fields.getShort(in));
    }

    static void putMac(ByteBuffer out, MacSpec spec) {
        putOptionalHash(out, spec.hash());
    }

    static MacSpec getMac(ByteBuffer in) throws WireFault {
        return new MacSpec(getOptionalHash(in));
    }

    static void putDerivation(ByteBuffer out, DerivationSpec spec) {
        out.put((byte) spec.method().code());
        putOptionalHash(out, spec.hash());
        CipherSpec cipher = spec.cipher();
        Fields.putTruth(out, cipher != null);
        if (cipher != null) {
            putCipher(out, cipher);
        }
        out.putInt(spec.iterations());
    }

    static DerivationSpec getDerivation(ByteBuffer in) throws WireFault {
        return new DerivationSpec(Fields.getEnum(in, DERIVATIONS, DerivationSpec.Method::code),
                getOptionalHash(in), Fields.getTruth(in) ? getCipher(in) : null,
                Fields.getInt(in));
    }

    static void putSplit(ByteBuffer out, SplitSpec spec) {
        out.put((byte) spec.method().code()).putShort((short) spec.parts())
                .putShort((short) spec.threshold());
        Fields.putOptional(out, spec.prime());
    }

    static SplitSpec getSplit(ByteBuffer in) throws WireFault {
        return new SplitSpec(Fields.getEnum(in, SPLITS, SplitSpec.Method::code),
                Fields.getShort(in), Fields.getShort(in), Fields.getOptional(in));
    }

    static void putHash(ByteBuffer out, HashAlgorithm hash) {
        out.put((byte) hash.code());
    }

    static HashAlgorithm getHash(ByteBuffer in) throws WireFault {
        return Fields.getEnum(in, HASHES, HashAlgorithm::code);
    }

    static int lengthOf(@Nullable Part part) {
        return part == null ? 1 : 1 + Fields.lengthOf(part.continuation());
    }

    static void putPart(ByteBuffer out, @Nullable Part part) {
        if (part == null) {
            out.put((byte) WHOLE);
        } else {
            out.put((byte) (part.last() ? LAST : MORE));
            Fields.putOptional(out, part.continuation());
        }
    }

    static @Nullable Part getPart(ByteBuffer in) throws WireFault {
        int kind = Fields.getByte(in);
        if (kind == WHOLE) {
            return null;
        }
        if (kind != MORE && kind != LAST) {
            throw new WireFault(WireFault.Flaw.UNKNOWN_VALUE);
        }
        return new Part(kind == LAST, Fields.getOptional(in));
    }

    private static void putOptionalHash(ByteBuffer out, @Nullable HashAlgorithm hash) {
        out.put((byte) (hash == null ? 0 : hash.code()));
    }

    private static @Nullable HashAlgorithm getOptionalHash(ByteBuffer in) throws WireFault {
        int code = Fields.getByte(in);
        if (code == 0) {
            return null;
        }
        HashAlgorithm hash = HashAlgorithm.of(code);
        if (hash == null) {
            throw new WireFault(WireFault.Flaw.UNKNOWN_VALUE);
        }
        return hash;
    }
}
