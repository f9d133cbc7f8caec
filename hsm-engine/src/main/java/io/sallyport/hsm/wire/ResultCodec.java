package io.sallyport.hsm.wire;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineResult;
import io.sallyport.hsm.command.EngineResult.Encapsulated;
import io.sallyport.hsm.command.EngineResult.Encrypted;
import io.sallyport.hsm.command.EngineResult.InForce;
import io.sallyport.hsm.command.EngineResult.Material;
import io.sallyport.hsm.command.EngineResult.ProtectionStatus;
import io.sallyport.hsm.command.EngineResult.SelfTested;
import io.sallyport.hsm.command.EngineResult.StatusReport;
import io.sallyport.hsm.command.EngineResult.Verified;
import io.sallyport.hsm.command.EngineResult.Wrapped;
import io.sallyport.hsm.command.EngineResult.WrappedMaterial;
import io.sallyport.hsm.command.EngineResult.Computed;
import io.sallyport.hsm.command.EngineResult.Seeded;
import io.sallyport.hsm.command.EngineResult.TermStatus;
import io.sallyport.hsm.command.EngineResult.Verdict;
import io.sallyport.hsm.command.EngineResult.WrappedPair;
import io.sallyport.hsm.command.EngineResult.WrappedParts;
import io.sallyport.hsm.object.Sha256;

/** Results and faults as frames. Stateless. */
public final class ResultCodec {
    private static final int FIXED_BYTES_MAX = Frame.HEAD_BYTES + 64;
    private static final int PROTECTIONS_MAX = 64;
    private static final int TERMS_MAX = 512;
    private static final int TERM_BYTES = Integer.BYTES + 2 * Long.BYTES;
    private static final int TEXT_BYTES_BOUND = 4;
    private static final EngineFault.Reason[] REASONS = EngineFault.Reason.values();

    private ResultCodec() {}

    /** At least as many bytes as the frame of this result takes. */
    public static int lengthBound(EngineResult result) {
        return FIXED_BYTES_MAX + switch (result) {
            case Wrapped r -> wrappedBound(r);
            case WrappedPair r -> wrappedBound(r.privateKey()) + wrappedBound(r.publicKey());
            case Encapsulated r -> Fields.lengthOf(r.ciphertext()) + wrappedBound(r.secret());
            case WrappedParts r -> r.parts().stream().mapToInt(ResultCodec::wrappedBound).sum();
            case Material r -> r.bytes().remaining() + Fields.lengthOf(r.continuation());
            case WrappedMaterial r -> r.bytes().remaining() + Fields.lengthOf(r.iv())
                    + Fields.lengthOf(r.tag());
            case Encrypted r -> r.data().remaining() + Fields.lengthOf(r.iv())
                    + Fields.lengthOf(r.tag()) + Fields.lengthOf(r.continuation());
            case Computed r -> Fields.lengthOf(r.value()) + Fields.lengthOf(r.continuation());
            case Verdict r -> Fields.lengthOf(r.continuation());
            case Seeded _,InForce _ -> Integer.BYTES;
            case Verified _ -> Sha256.BYTES;
            case StatusReport r -> statusBound(r);
            case SelfTested r -> selfTestBound(r);
            case ProtectionStatus r -> protectionBound(r);
        };
    }

    /** At least as many bytes as the frame of this fault takes. */
    public static int lengthBound(EngineFault fault) {
        return FIXED_BYTES_MAX + TEXT_BYTES_BOUND * detail(fault).length();
    }

    /** Appends the frame of a result. */
    public static void encode(ByteBuffer out, long id, EngineResult result) {
        int start = begin(out, id, Opcode.RESULT);
        switch (result) {
            case Wrapped r -> putWrapped(out, r);
            case WrappedPair r -> {
                putWrapped(out, r.privateKey());
                putWrapped(out, r.publicKey());
            }
            case Encapsulated r -> {
                Fields.putBytes(out, r.ciphertext());
                putWrapped(out, r.secret());
            }
            case WrappedParts r -> {
                out.put((byte) r.parts().size());
                r.parts().forEach(part -> putWrapped(out, part));
            }
            case Material r -> {
                Fields.putTruth(out, r.approved());
                Fields.putBytes(out, r.bytes());
                Fields.putOptional(out, r.continuation());
            }
            case WrappedMaterial r -> {
                Fields.putTruth(out, r.approved());
                Fields.putBytes(out, r.bytes());
                Fields.putOptional(out, r.iv());
                Fields.putOptional(out, r.tag());
            }
            case Encrypted r -> {
                Fields.putTruth(out, r.approved());
                Fields.putBytes(out, r.data());
                Fields.putOptional(out, r.iv());
                Fields.putOptional(out, r.tag());
                Fields.putOptional(out, r.continuation());
            }
            case Computed r -> {
                Fields.putTruth(out, r.approved());
                Fields.putOptional(out, r.value());
                Fields.putOptional(out, r.continuation());
            }
            case Verdict r -> {
                Fields.putTruth(out, r.approved());
                Fields.putTruth(out, r.valid());
                Fields.putOptional(out, r.continuation());
            }
            case Seeded r -> out.putInt(r.bytes());
            case InForce r -> out.putInt(r.term());
            case Verified r -> putDigest(out, r.digest());
            case StatusReport r -> putStatus(out, r);
            case SelfTested r -> putSelfTest(out, r);
            case ProtectionStatus r -> putProtection(out, r);
        }
        finish(out, start);
    }

    /** Appends the frame of a fault. */
    public static void encode(ByteBuffer out, long id, EngineFault fault) {
        int start = begin(out, id, Opcode.FAULT);
        out.put((byte) Codes.of(fault.reason()));
        Fields.putText(out, detail(fault));
        finish(out, start);
    }

    /**
     * Reads the body of the result of a command. Its buffers are views on the frame.
     *
     * @throws WireFault with the first flaw
     */
    public static <R extends EngineResult> R decode(EngineCommand<R> command, ByteBuffer in)
            throws WireFault {
        return decode(CommandCodec.opcode(command), in);
    }

    /**
     * Reads the body of the result of a command with this opcode.
     *
     * @throws WireFault with the first flaw
     */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public static <R extends EngineResult> R decode(Opcode command, ByteBuffer in)
            throws WireFault {
        EngineResult result = switch (command) {
            case GENERATE, IMPORT, AMEND, DERIVE, JOIN, IMPORT_WRAPPED, REWRAP, DECAPSULATE ->
                getWrapped(in);
            case GENERATE_PAIR -> new WrappedPair(getWrapped(in), getWrapped(in));
            case SPLIT -> getWrappedParts(in);
            case ENCAPSULATE -> new Encapsulated(Fields.getBytes(in), getWrapped(in));
            case EXPORT, EXPORT_AS, EXPORT_PKCS12, DECRYPT, RANDOM -> {
                boolean approved = Fields.getTruth(in);
                yield new Material(Fields.getBytes(in), approved, Fields.getOptional(in));
            }
            case EXPORT_WRAPPED -> {
                boolean approved = Fields.getTruth(in);
                yield new WrappedMaterial(Fields.getBytes(in), Fields.getOptional(in),
                        Fields.getOptional(in), approved);
            }
            case ENCRYPT -> {
                boolean approved = Fields.getTruth(in);
                yield new Encrypted(Fields.getBytes(in), Fields.getOptional(in),
                        Fields.getOptional(in), approved, Fields.getOptional(in));
            }
            case SIGN, MAC, HASH -> {
                boolean approved = Fields.getTruth(in);
                yield new Computed(Fields.getOptional(in), approved, Fields.getOptional(in));
            }
            case VERIFY_SIGNATURE, VERIFY_MAC -> {
                boolean approved = Fields.getTruth(in);
                yield new Verdict(Fields.getTruth(in), approved, Fields.getOptional(in));
            }
            case SEED -> new Seeded(Fields.getInt(in));
            case ROTATE_TERM, RETIRE_TERM -> new InForce(Fields.getInt(in));
            case VERIFY -> new Verified(getDigest(in));
            case STATUS -> getStatus(in);
            case SELF_TEST -> getSelfTest(in);
            case HELLO, RESULT, FAULT -> throw new WireFault(WireFault.Flaw.UNKNOWN_OPCODE);
        };
        Fields.end(in);
        return (R) result;
    }

    /**
     * Reads the body of a fault.
     *
     * @throws WireFault with the first flaw
     */
    public static EngineFault decodeFault(ByteBuffer in) throws WireFault {
        EngineFault.Reason reason = Fields.getEnum(in, REASONS, Codes::of);
        String detail = Fields.getText(in);
        Fields.end(in);
        return new EngineFault(reason, detail);
    }

    static int begin(ByteBuffer out, long id, Opcode opcode) {
        int start = out.position();
        out.putInt(0).putLong(id).put((byte) opcode.code());
        return start;
    }

    static void finish(ByteBuffer out, int start) {
        out.putInt(start, out.position() - start - Frame.LENGTH_BYTES);
    }

    private static String detail(EngineFault fault) {
        String message = fault.getMessage();
        return message == null ? "" : message;
    }

    private static int wrappedBound(Wrapped wrapped) {
        return 2 + Sha256.BYTES + Integer.BYTES + wrapped.object().blob().length;
    }

    private static void putWrapped(ByteBuffer out, Wrapped wrapped) {
        Fields.putTruth(out, wrapped.approved());
        Fields.putArray(out, wrapped.object().blob());
        putDigest(out, wrapped.digest());
    }

    private static Wrapped getWrapped(ByteBuffer in) throws WireFault {
        boolean approved = Fields.getTruth(in);
        return new Wrapped(Fields.getObject(in), getDigest(in), approved);
    }

    private static WrappedParts getWrappedParts(ByteBuffer in) throws WireFault {
        int count = Fields.getByte(in) & 0xff;
        List<Wrapped> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            parts.add(getWrapped(in));
        }
        return new WrappedParts(List.copyOf(parts));
    }

    private static void putDigest(ByteBuffer out, @Nullable Sha256 digest) {
        Fields.putTruth(out, digest != null);
        if (digest != null) {
            out.put(digest.toByteArray());
        }
    }

    private static @Nullable Sha256 getDigest(ByteBuffer in) throws WireFault {
        return Fields.getTruth(in) ? Fields.getDigest(in) : null;
    }

    private static int protectionBound(ProtectionStatus status) {
        return 16 + TEXT_BYTES_BOUND * (status.name().length() + status.detail().length());
    }

    private static int statusBound(StatusReport report) {
        int bound = TEXT_BYTES_BOUND * (report.version().length() + report.domain().length()) + 64;
        for (ProtectionStatus status : report.protections()) {
            bound += protectionBound(status);
        }
        return bound + TERM_BYTES * report.terms().size() + selfTestBound(report.selfTest());
    }

    private static int selfTestBound(SelfTested run) {
        return 32 + TEXT_BYTES_BOUND * run.code().length();
    }

    private static void putSelfTest(ByteBuffer out, SelfTested run) {
        out.putLong(run.finished()).putInt(run.tests()).putLong(run.micros());
        Fields.putText(out, run.code());
    }

    private static SelfTested getSelfTest(ByteBuffer in) throws WireFault {
        return new SelfTested(Fields.getLong(in), Fields.getInt(in), Fields.getLong(in),
                Fields.getText(in));
    }

    private static void putStatus(ByteBuffer out, StatusReport report) {
        Fields.putText(out, report.version());
        Fields.putText(out, report.domain());
        Fields.putTruth(out, report.unsealed());
        out.putInt(report.term()).putLong(report.pid()).putLong(report.commandsServed());
        out.put((byte) report.protections().size());
        for (ProtectionStatus status : report.protections()) {
            putProtection(out, status);
        }
        out.putShort((short) report.terms().size());
        for (TermStatus term : report.terms()) {
            out.putInt(term.term()).putLong(term.created()).putLong(term.seals());
        }
        putSelfTest(out, report.selfTest());
        out.putLong(report.startMillis());
    }

    private static StatusReport getStatus(ByteBuffer in) throws WireFault {
        String version = Fields.getText(in);
        String domain = Fields.getText(in);
        boolean unsealed = Fields.getTruth(in);
        int term = Fields.getInt(in);
        long pid = Fields.getLong(in);
        long served = Fields.getLong(in);
        int count = Fields.getByte(in);
        if (count < 0 || count > PROTECTIONS_MAX) {
            throw new WireFault(WireFault.Flaw.UNKNOWN_VALUE);
        }
        List<ProtectionStatus> protections = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            protections.add(new ProtectionStatus(Fields.getText(in), Fields.getTruth(in),
                    Fields.getText(in)));
        }
        return new StatusReport(version, domain, unsealed, term, pid, served,
                List.copyOf(protections), getTerms(in), getSelfTest(in), Fields.getLong(in));
    }

    private static List<TermStatus> getTerms(ByteBuffer in) throws WireFault {
        int count = Fields.getShort(in);
        if (count > TERMS_MAX) {
            throw new WireFault(WireFault.Flaw.UNKNOWN_VALUE);
        }
        List<TermStatus> terms = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            terms.add(new TermStatus(Fields.getInt(in), Fields.getLong(in), Fields.getLong(in)));
        }
        return List.copyOf(terms);
    }

    private static void putProtection(ByteBuffer out, ProtectionStatus status) {
        Fields.putText(out, status.name());
        Fields.putTruth(out, status.achieved());
        Fields.putText(out, status.detail());
    }
}
