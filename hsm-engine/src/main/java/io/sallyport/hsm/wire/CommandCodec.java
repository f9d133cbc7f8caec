package io.sallyport.hsm.wire;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineCommand.Amend;
import io.sallyport.hsm.command.EngineCommand.Decapsulate;
import io.sallyport.hsm.command.EngineCommand.Decrypt;
import io.sallyport.hsm.command.EngineCommand.Derive;
import io.sallyport.hsm.command.EngineCommand.Encapsulate;
import io.sallyport.hsm.command.EngineCommand.Encrypt;
import io.sallyport.hsm.command.EngineCommand.Export;
import io.sallyport.hsm.command.EngineCommand.ExportAs;
import io.sallyport.hsm.command.EngineCommand.ExportPkcs12;
import io.sallyport.hsm.command.EngineCommand.ExportWrapped;
import io.sallyport.hsm.command.EngineCommand.Generate;
import io.sallyport.hsm.command.EngineCommand.GeneratePair;
import io.sallyport.hsm.command.EngineCommand.Hash;
import io.sallyport.hsm.command.EngineCommand.Import;
import io.sallyport.hsm.command.EngineCommand.ImportWrapped;
import io.sallyport.hsm.command.EngineCommand.Join;
import io.sallyport.hsm.command.EngineCommand.Mac;
import io.sallyport.hsm.command.EngineCommand.Random;
import io.sallyport.hsm.command.EngineCommand.RetireTerm;
import io.sallyport.hsm.command.EngineCommand.Rewrap;
import io.sallyport.hsm.command.EngineCommand.RotateTerm;
import io.sallyport.hsm.command.EngineCommand.Seed;
import io.sallyport.hsm.command.EngineCommand.RunSelfTests;
import io.sallyport.hsm.command.EngineCommand.Sign;
import io.sallyport.hsm.command.EngineCommand.Split;
import io.sallyport.hsm.command.EngineCommand.Status;
import io.sallyport.hsm.command.EngineCommand.Verify;
import io.sallyport.hsm.command.EngineCommand.VerifyMac;
import io.sallyport.hsm.command.EngineCommand.VerifySignature;
import io.sallyport.hsm.command.EngineCommand.SplitPart;
import io.sallyport.hsm.command.WrapSpec;
import io.sallyport.hsm.object.HeaderCodec;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.hsm.object.WrappedObject;

/** Commands as frames. Stateless. */
public final class CommandCodec {
    private static final int COUNT_MAX = 255;

    private CommandCodec() {}

    /** Appends the frame of a command; its buffers keep their positions. */
    public static void encode(ByteBuffer out, long id, EngineCommand<?> command) {
        int start = out.position();
        out.putInt(0).putLong(id).put((byte) opcode(command).code());
        switch (command) {
            case Generate c -> putHeader(out, c.header());
            case Import c -> {
                putHeader(out, c.header());
                Fields.putBytes(out, c.material());
            }
            case Export c -> putObject(out, c.object());
            case ExportAs c -> {
                putObject(out, c.object());
                out.putInt(c.keyFormat());
            }
            case ExportPkcs12 c -> {
                putOptionalObject(out, c.key());
                putObject(out, c.password());
                out.put(count(c.certificates()));
                c.certificates().forEach(certificate -> putObject(out, certificate));
                Fields.putBytes(out, c.friendlyName());
            }
            case ExportWrapped c -> encode(out, c);
            case Encrypt c -> encode(out, c);
            case Decrypt c -> encode(out, c);
            case Amend c -> {
                putObject(out, c.object());
                putHeader(out, c.next());
            }
            case Verify c -> putObject(out, c.object());
            case Status _,RotateTerm _,RunSelfTests _ -> {
            }
            case RetireTerm c -> out.putInt(c.term());
            case Rewrap c -> putObject(out, c.object());
            case GeneratePair c -> {
                putHeader(out, c.privateKey());
                putHeader(out, c.publicKey());
                out.put((byte) c.curve());
            }
            case Sign c -> encode(out, c);
            case VerifySignature c -> encode(out, c);
            case Mac c -> encode(out, c);
            case VerifyMac c -> encode(out, c);
            case Hash c -> {
                SpecFields.putHash(out, c.hash());
                SpecFields.putPart(out, c.part());
                Fields.putBytes(out, c.data());
            }
            case Random c -> out.putInt(c.length());
            case Seed c -> Fields.putBytes(out, c.entropy());
            case Derive c -> encode(out, c);
            case Encapsulate c -> {
                putObject(out, c.key());
                putHeader(out, c.header());
            }
            case Decapsulate c -> {
                putObject(out, c.key());
                Fields.putBytes(out, c.ciphertext());
                putHeader(out, c.header());
            }
            case Split c -> encode(out, c);
            case Join c -> encode(out, c);
            case ImportWrapped c -> encode(out, c);
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
            case EXPORT_AS -> new ExportAs(Fields.getObject(in), Fields.getInt(in));
            case EXPORT_PKCS12 -> new ExportPkcs12(Fields.getOptionalObject(in),
                    Fields.getObject(in), getObjects(in), Fields.getBytes(in));
            case EXPORT_WRAPPED -> new ExportWrapped(Fields.getObject(in), Fields.getObject(in),
                    new WrapSpec(SpecFields.getCipher(in)), Fields.getOptional(in),
                    Fields.getOptional(in), Fields.getBytes(in), Fields.getBytes(in));
            case ENCRYPT -> new Encrypt(Fields.getObject(in), SpecFields.getCipher(in),
                    SpecFields.getPart(in), Fields.getOptional(in), Fields.getOptional(in),
                    Fields.getBytes(in));
            case DECRYPT -> new Decrypt(Fields.getObject(in), SpecFields.getCipher(in),
                    SpecFields.getPart(in), Fields.getOptional(in), Fields.getOptional(in),
                    Fields.getOptional(in), Fields.getBytes(in));
            case AMEND -> new Amend(Fields.getObject(in), Fields.getHeader(in));
            case VERIFY -> new Verify(Fields.getObject(in));
            case STATUS -> new Status();
            case SELF_TEST -> new RunSelfTests();
            case ROTATE_TERM -> new RotateTerm();
            case REWRAP -> new Rewrap(Fields.getObject(in));
            case RETIRE_TERM -> new RetireTerm(Fields.getInt(in));
            case GENERATE_PAIR -> new GeneratePair(Fields.getHeader(in), Fields.getHeader(in),
                    Fields.getByte(in) & 0xff);
            case SIGN -> new Sign(Fields.getObject(in), SpecFields.getSignature(in),
                    Fields.getTruth(in), SpecFields.getPart(in), Fields.getBytes(in));
            case VERIFY_SIGNATURE -> new VerifySignature(Fields.getObject(in),
                    SpecFields.getSignature(in), Fields.getTruth(in), SpecFields.getPart(in),
                    Fields.getOptional(in), Fields.getBytes(in));
            case MAC -> new Mac(Fields.getObject(in), SpecFields.getMac(in),
                    SpecFields.getPart(in), Fields.getBytes(in));
            case VERIFY_MAC -> new VerifyMac(Fields.getObject(in), SpecFields.getMac(in),
                    SpecFields.getPart(in), Fields.getOptional(in), Fields.getBytes(in));
            case HASH -> new Hash(SpecFields.getHash(in), SpecFields.getPart(in),
                    Fields.getBytes(in));
            case RANDOM -> new Random(Fields.getInt(in));
            case SEED -> new Seed(Fields.getBytes(in));
            case DERIVE -> new Derive(Fields.getObject(in), Fields.getOptionalObject(in),
                    SpecFields.getDerivation(in), Fields.getOptional(in), Fields.getOptional(in),
                    Fields.getOptional(in), Fields.getHeader(in));
            case ENCAPSULATE -> new Encapsulate(Fields.getObject(in), Fields.getHeader(in));
            case DECAPSULATE -> new Decapsulate(Fields.getObject(in), Fields.getBytes(in),
                    Fields.getHeader(in));
            case SPLIT -> new Split(Fields.getObject(in), SpecFields.getSplit(in), getHeaders(in));
            case JOIN -> new Join(SpecFields.getSplit(in), getParts(in), Fields.getHeader(in));
            case IMPORT_WRAPPED -> new ImportWrapped(Fields.getHeader(in), Fields.getObject(in),
                    new WrapSpec(SpecFields.getCipher(in)),
                    Fields.getEnum(in, WrapSpec.Encoding.values(), Codes::of),
                    Fields.getOptional(in), Fields.getOptional(in), Fields.getOptional(in),
                    Fields.getBytes(in));
            case HELLO -> throw new WireFault(WireFault.Flaw.GREETING);
            case RESULT, FAULT -> throw new WireFault(WireFault.Flaw.UNKNOWN_OPCODE);
        };
        Fields.end(in);
        return command;
    }

    /** The opcode of a command. */
    public static Opcode opcode(EngineCommand<?> command) {
        return switch (command) {
            case Generate _ -> Opcode.GENERATE;
            case Import _ -> Opcode.IMPORT;
            case Export _ -> Opcode.EXPORT;
            case ExportAs _ -> Opcode.EXPORT_AS;
            case ExportPkcs12 _ -> Opcode.EXPORT_PKCS12;
            case ExportWrapped _ -> Opcode.EXPORT_WRAPPED;
            case Encrypt _ -> Opcode.ENCRYPT;
            case Decrypt _ -> Opcode.DECRYPT;
            case Amend _ -> Opcode.AMEND;
            case Verify _ -> Opcode.VERIFY;
            case Status _ -> Opcode.STATUS;
            case RunSelfTests _ -> Opcode.SELF_TEST;
            case RotateTerm _ -> Opcode.ROTATE_TERM;
            case Rewrap _ -> Opcode.REWRAP;
            case RetireTerm _ -> Opcode.RETIRE_TERM;
            case GeneratePair _ -> Opcode.GENERATE_PAIR;
            case Sign _ -> Opcode.SIGN;
            case VerifySignature _ -> Opcode.VERIFY_SIGNATURE;
            case Mac _ -> Opcode.MAC;
            case VerifyMac _ -> Opcode.VERIFY_MAC;
            case Hash _ -> Opcode.HASH;
            case Random _ -> Opcode.RANDOM;
            case Seed _ -> Opcode.SEED;
            case Derive _ -> Opcode.DERIVE;
            case Encapsulate _ -> Opcode.ENCAPSULATE;
            case Decapsulate _ -> Opcode.DECAPSULATE;
            case Split _ -> Opcode.SPLIT;
            case Join _ -> Opcode.JOIN;
            case ImportWrapped _ -> Opcode.IMPORT_WRAPPED;
        };
    }

    private static void encode(ByteBuffer out, ExportWrapped command) {
        putObject(out, command.object());
        putObject(out, command.wrappingKey());
        SpecFields.putCipher(out, command.spec().cipher());
        Fields.putOptional(out, command.iv());
        Fields.putOptional(out, command.associatedData());
        Fields.putBytes(out, command.prefix());
        Fields.putBytes(out, command.suffix());
    }

    private static void encode(ByteBuffer out, ImportWrapped command) {
        putHeader(out, command.header());
        putObject(out, command.wrappingKey());
        SpecFields.putCipher(out, command.spec().cipher());
        out.put((byte) Codes.of(command.encoding()));
        Fields.putOptional(out, command.iv());
        Fields.putOptional(out, command.associatedData());
        Fields.putOptional(out, command.tag());
        Fields.putBytes(out, command.wrapped());
    }

    private static void encode(ByteBuffer out, Encrypt command) {
        putObject(out, command.key());
        SpecFields.putCipher(out, command.spec());
        SpecFields.putPart(out, command.part());
        Fields.putOptional(out, command.iv());
        Fields.putOptional(out, command.associatedData());
        Fields.putBytes(out, command.data());
    }

    private static void encode(ByteBuffer out, Decrypt command) {
        putObject(out, command.key());
        SpecFields.putCipher(out, command.spec());
        SpecFields.putPart(out, command.part());
        Fields.putOptional(out, command.iv());
        Fields.putOptional(out, command.associatedData());
        Fields.putOptional(out, command.tag());
        Fields.putBytes(out, command.data());
    }

    private static void encode(ByteBuffer out, Sign command) {
        putObject(out, command.key());
        SpecFields.putSignature(out, command.spec());
        Fields.putTruth(out, command.digested());
        SpecFields.putPart(out, command.part());
        Fields.putBytes(out, command.data());
    }

    private static void encode(ByteBuffer out, VerifySignature command) {
        putObject(out, command.key());
        SpecFields.putSignature(out, command.spec());
        Fields.putTruth(out, command.digested());
        SpecFields.putPart(out, command.part());
        Fields.putOptional(out, command.signature());
        Fields.putBytes(out, command.data());
    }

    private static void encode(ByteBuffer out, Mac command) {
        putObject(out, command.key());
        SpecFields.putMac(out, command.spec());
        SpecFields.putPart(out, command.part());
        Fields.putBytes(out, command.data());
    }

    private static void encode(ByteBuffer out, VerifyMac command) {
        putObject(out, command.key());
        SpecFields.putMac(out, command.spec());
        SpecFields.putPart(out, command.part());
        Fields.putOptional(out, command.mac());
        Fields.putBytes(out, command.data());
    }

    private static void encode(ByteBuffer out, Derive command) {
        putObject(out, command.key());
        putOptionalObject(out, command.other());
        SpecFields.putDerivation(out, command.spec());
        Fields.putOptional(out, command.data());
        Fields.putOptional(out, command.salt());
        Fields.putOptional(out, command.iv());
        putHeader(out, command.header());
    }

    private static void encode(ByteBuffer out, Split command) {
        putObject(out, command.object());
        SpecFields.putSplit(out, command.spec());
        out.put(count(command.headers()));
        command.headers().forEach(header -> putHeader(out, header));
    }

    private static void encode(ByteBuffer out, Join command) {
        SpecFields.putSplit(out, command.spec());
        out.put(count(command.parts()));
        for (SplitPart part : command.parts()) {
            out.putShort((short) part.identifier());
            putObject(out, part.object());
        }
        putHeader(out, command.header());
    }

    private static byte count(List<?> parts) {
        if (parts.size() > COUNT_MAX) {
            throw new IllegalArgumentException("There are more than 255 of these.");
        }
        return (byte) parts.size();
    }

    private static List<ObjectHeader> getHeaders(ByteBuffer in) throws WireFault {
        int count = Fields.getByte(in) & 0xff;
        List<ObjectHeader> headers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            headers.add(Fields.getHeader(in));
        }
        return List.copyOf(headers);
    }

    private static List<WrappedObject> getObjects(ByteBuffer in) throws WireFault {
        int count = Fields.getByte(in) & 0xff;
        List<WrappedObject> objects = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            objects.add(Fields.getObject(in));
        }
        return List.copyOf(objects);
    }

    private static List<SplitPart> getParts(ByteBuffer in) throws WireFault {
        int count = Fields.getByte(in) & 0xff;
        List<SplitPart> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            parts.add(new SplitPart(Fields.getShort(in), Fields.getObject(in)));
        }
        return List.copyOf(parts);
    }

    private static void putHeader(ByteBuffer out, ObjectHeader header) {
        Fields.putArray(out, HeaderCodec.encode(header));
    }

    private static void putObject(ByteBuffer out, WrappedObject object) {
        Fields.putArray(out, object.blob());
    }

    private static void putOptionalObject(ByteBuffer out, @Nullable WrappedObject object) {
        Fields.putTruth(out, object != null);
        if (object != null) {
            putObject(out, object);
        }
    }
}
