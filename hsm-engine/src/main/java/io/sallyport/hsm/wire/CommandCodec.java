package io.sallyport.hsm.wire;

import java.nio.ByteBuffer;

import io.sallyport.hsm.command.CipherSpec;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineCommand.Amend;
import io.sallyport.hsm.command.EngineCommand.Decrypt;
import io.sallyport.hsm.command.EngineCommand.Encrypt;
import io.sallyport.hsm.command.EngineCommand.Export;
import io.sallyport.hsm.command.EngineCommand.ExportWrapped;
import io.sallyport.hsm.command.EngineCommand.Generate;
import io.sallyport.hsm.command.EngineCommand.Import;
import io.sallyport.hsm.command.EngineCommand.Status;
import io.sallyport.hsm.command.EngineCommand.Verify;
import io.sallyport.hsm.command.WrapSpec;
import io.sallyport.hsm.object.HeaderCodec;

/** Commands as frames. Stateless. */
public final class CommandCodec {
    private static final int FIXED_BYTES_MAX = Frame.HEAD_BYTES + 64;
    private static final CipherSpec.Mode[] MODES = CipherSpec.Mode.values();
    private static final CipherSpec.Padding[] PADDINGS = CipherSpec.Padding.values();
    private static final WrapSpec[] WRAPS = WrapSpec.values();

    private CommandCodec() {}

    /** At least as many bytes as the frame of this command takes. */
    public static long lengthBound(EngineCommand<?> command) {
        return FIXED_BYTES_MAX + switch (command) {
            case Generate ignored -> HeaderCodec.HEADER_BYTES_MAX;
            case Import c -> (long) HeaderCodec.HEADER_BYTES_MAX + c.material().remaining();
            case Export c -> c.object().blob().length;
            case ExportWrapped c -> (long) c.object().blob().length
                    + c.wrappingKey().blob().length + c.prefix().remaining()
                    + c.suffix().remaining();
            case Encrypt c -> (long) c.key().blob().length + Fields.lengthOf(c.iv())
                    + Fields.lengthOf(c.associatedData()) + c.data().remaining();
            case Decrypt c -> (long) c.key().blob().length + Fields.lengthOf(c.iv())
                    + Fields.lengthOf(c.associatedData()) + Fields.lengthOf(c.tag())
                    + c.data().remaining();
            case Amend c -> (long) c.object().blob().length + HeaderCodec.HEADER_BYTES_MAX;
            case Verify c -> c.object().blob().length;
            case Status ignored -> 0;
        };
    }

    /** Appends the frame of a command; its buffers keep their positions. */
    public static void encode(ByteBuffer out, long id, EngineCommand<?> command) {
        int start = out.position();
        out.putInt(0).putLong(id).put((byte) opcode(command).code());
        switch (command) {
            case Generate c -> Fields.putArray(out, HeaderCodec.encode(c.header()));
            case Import c -> {
                Fields.putArray(out, HeaderCodec.encode(c.header()));
                Fields.putBytes(out, c.material());
            }
            case Export c -> Fields.putArray(out, c.object().blob());
            case ExportWrapped c -> encode(out, c);
            case Encrypt c -> encode(out, c);
            case Decrypt c -> encode(out, c);
            case Amend c -> {
                Fields.putArray(out, c.object().blob());
                Fields.putArray(out, HeaderCodec.encode(c.next()));
            }
            case Verify c -> Fields.putArray(out, c.object().blob());
            case Status ignored -> {
            }
        }
        out.putInt(start, out.position() - start - Frame.LENGTH_BYTES);
    }

    /**
     * Reads the body of a command. Its buffers are views on the frame.
     *
     * @throws WireFault with the first flaw
     */
    public static EngineCommand<?> decode(Opcode opcode, ByteBuffer in) throws WireFault {
        EngineCommand<?> command = switch (opcode) {
            case GENERATE -> new Generate(Fields.getHeader(in));
            case IMPORT -> new Import(Fields.getHeader(in), Fields.getBytes(in));
            case EXPORT -> new Export(Fields.getObject(in));
            case EXPORT_WRAPPED -> new ExportWrapped(Fields.getObject(in), Fields.getObject(in),
                    Fields.getEnum(in, WRAPS, Codes::of), Fields.getBytes(in), Fields.getBytes(in));
            case ENCRYPT -> new Encrypt(Fields.getObject(in), getSpec(in), Fields.getOptional(in),
                    Fields.getOptional(in), Fields.getBytes(in));
            case DECRYPT -> new Decrypt(Fields.getObject(in), getSpec(in), Fields.getOptional(in),
                    Fields.getOptional(in), Fields.getOptional(in), Fields.getBytes(in));
            case AMEND -> new Amend(Fields.getObject(in), Fields.getHeader(in));
            case VERIFY -> new Verify(Fields.getObject(in));
            case STATUS -> new Status();
            case HELLO -> throw new WireFault(WireFault.Flaw.GREETING);
            case RESULT, FAULT -> throw new WireFault(WireFault.Flaw.UNKNOWN_OPCODE);
        };
        Fields.end(in);
        return command;
    }

    /** The opcode of a command. */
    public static Opcode opcode(EngineCommand<?> command) {
        return switch (command) {
            case Generate ignored -> Opcode.GENERATE;
            case Import ignored -> Opcode.IMPORT;
            case Export ignored -> Opcode.EXPORT;
            case ExportWrapped ignored -> Opcode.EXPORT_WRAPPED;
            case Encrypt ignored -> Opcode.ENCRYPT;
            case Decrypt ignored -> Opcode.DECRYPT;
            case Amend ignored -> Opcode.AMEND;
            case Verify ignored -> Opcode.VERIFY;
            case Status ignored -> Opcode.STATUS;
        };
    }

    private static void encode(ByteBuffer out, ExportWrapped command) {
        Fields.putArray(out, command.object().blob());
        Fields.putArray(out, command.wrappingKey().blob());
        out.put((byte) Codes.of(command.spec()));
        Fields.putBytes(out, command.prefix());
        Fields.putBytes(out, command.suffix());
    }

    private static void encode(ByteBuffer out, Encrypt command) {
        Fields.putArray(out, command.key().blob());
        putSpec(out, command.spec());
        Fields.putOptional(out, command.iv());
        Fields.putOptional(out, command.associatedData());
        Fields.putBytes(out, command.data());
    }

    private static void encode(ByteBuffer out, Decrypt command) {
        Fields.putArray(out, command.key().blob());
        putSpec(out, command.spec());
        Fields.putOptional(out, command.iv());
        Fields.putOptional(out, command.associatedData());
        Fields.putOptional(out, command.tag());
        Fields.putBytes(out, command.data());
    }

    private static void putSpec(ByteBuffer out, CipherSpec spec) {
        out.put((byte) Codes.of(spec.mode())).put((byte) Codes.of(spec.padding()))
                .put((byte) spec.tagLengthBytes());
        Fields.putTruth(out, spec.randomIv());
    }

    private static CipherSpec getSpec(ByteBuffer in) throws WireFault {
        return new CipherSpec(Fields.getEnum(in, MODES, Codes::of),
                Fields.getEnum(in, PADDINGS, Codes::of),
                Fields.getByte(in), Fields.getTruth(in));
    }
}
