package io.sallyport.hsm.wire;

import java.nio.ByteBuffer;
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
import io.sallyport.hsm.command.EngineCommand.Sign;
import io.sallyport.hsm.command.EngineCommand.RunSelfTests;
import io.sallyport.hsm.command.EngineCommand.Split;
import io.sallyport.hsm.command.EngineCommand.Status;
import io.sallyport.hsm.command.EngineCommand.Verify;
import io.sallyport.hsm.command.EngineCommand.VerifyMac;
import io.sallyport.hsm.command.EngineCommand.VerifySignature;
import io.sallyport.hsm.command.EngineCommand.SplitPart;
import io.sallyport.hsm.object.HeaderCodec;
import io.sallyport.hsm.object.WrappedObject;

/** How long the frames of commands are at most. Stateless. */
public final class CommandLength {
    private static final int FIXED_BYTES_MAX = Frame.HEAD_BYTES + 64 + SpecFields.BYTES_MAX;
    private static final int HEADER_BYTES_MAX = HeaderCodec.HEADER_BYTES_MAX + Integer.BYTES;
    private static final int PART_BYTES_FIXED = Short.BYTES + Integer.BYTES;

    private CommandLength() {}

    /** At least as many bytes as the frame of this command takes. */
    public static long of(EngineCommand<?> command) {
        return FIXED_BYTES_MAX + switch (command) {
            case Generate _ -> HEADER_BYTES_MAX;
            case Import c -> HEADER_BYTES_MAX + lengthOf(c.material());
            case Export c -> lengthOf(c.object());
            case ExportAs c -> lengthOf(c.object()) + Integer.BYTES;
            case ExportPkcs12 c -> lengthOf(c.key()) + lengthOf(c.password())
                    + lengthOf(c.friendlyName())
                    + c.certificates().stream().mapToLong(CommandLength::lengthOf).sum();
            case ExportWrapped c -> lengthOf(c.object()) + lengthOf(c.wrappingKey())
                    + lengthOf(c.iv()) + lengthOf(c.associatedData()) + lengthOf(c.prefix())
                    + lengthOf(c.suffix());
            case Encrypt c -> lengthOf(c.key()) + SpecFields.lengthOf(c.part()) + lengthOf(c.iv())
                    + lengthOf(c.associatedData()) + lengthOf(c.data());
            case Decrypt c -> lengthOf(c.key()) + SpecFields.lengthOf(c.part()) + lengthOf(c.iv())
                    + lengthOf(c.associatedData()) + lengthOf(c.tag()) + lengthOf(c.data());
            case Amend c -> lengthOf(c.object()) + HEADER_BYTES_MAX;
            case Verify c -> lengthOf(c.object());
            case Status _,Random _,RotateTerm _,RetireTerm _,RunSelfTests _ -> 0;
            case Rewrap c -> lengthOf(c.object());
            case GeneratePair _ -> 2 * HEADER_BYTES_MAX;
            case Sign c -> lengthOf(c.key()) + SpecFields.lengthOf(c.part()) + lengthOf(c.data());
            case VerifySignature c -> lengthOf(c.key()) + SpecFields.lengthOf(c.part())
                    + lengthOf(c.signature()) + lengthOf(c.data());
            case Mac c -> lengthOf(c.key()) + SpecFields.lengthOf(c.part()) + lengthOf(c.data());
            case VerifyMac c -> lengthOf(c.key()) + SpecFields.lengthOf(c.part())
                    + lengthOf(c.mac()) + lengthOf(c.data());
            case Hash c -> (long) SpecFields.lengthOf(c.part()) + lengthOf(c.data());
            case Seed c -> lengthOf(c.entropy());
            case Derive c -> lengthOf(c.key()) + lengthOf(c.other()) + lengthOf(c.data())
                    + lengthOf(c.salt()) + lengthOf(c.iv()) + HEADER_BYTES_MAX;
            case Encapsulate c -> lengthOf(c.key()) + HEADER_BYTES_MAX;
            case Decapsulate c -> lengthOf(c.key()) + lengthOf(c.ciphertext())
                    + HEADER_BYTES_MAX;
            case Split c -> lengthOf(c.object()) + lengthOf(c.spec().prime())
                    + (long) c.headers().size() * HEADER_BYTES_MAX;
            case Join c -> lengthOf(c.spec().prime()) + lengthOf(c.parts()) + HEADER_BYTES_MAX;
            case ImportWrapped c -> HEADER_BYTES_MAX + lengthOf(c.wrappingKey())
                    + lengthOf(c.iv()) + lengthOf(c.associatedData()) + lengthOf(c.tag())
                    + lengthOf(c.wrapped());
        };
    }

    private static long lengthOf(@Nullable ByteBuffer bytes) {
        return Fields.lengthOf(bytes);
    }

    private static long lengthOf(@Nullable WrappedObject object) {
        return 1 + Integer.BYTES + (object == null ? 0L : object.blob().length);
    }

    private static long lengthOf(List<SplitPart> parts) {
        long length = 0;
        for (SplitPart part : parts) {
            length += PART_BYTES_FIXED + lengthOf(part.object());
        }
        return length;
    }
}
