package io.sallyport.hsm.vectors;

import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.WrapSpec;
import io.sallyport.hsm.object.WrappedObject;
import io.sallyport.hsm.process.Samples;

/**
 * AES key wrap, as it is used: material goes out wrapped and comes in wrapped, as secret data,
 * which has any length. Whatever does not unwrap is one fault.
 */
final class KeyWrapping {
    private static final int AES = 3;
    private static final byte[] NOTHING = new byte[0];

    private KeyWrapping() {}

    static Family of(CommandPath path, WrapSpec spec) {
        return test -> {
            WrappedObject key = path.symmetric(AES, test.bytes("key"));
            boolean wraps = Attempt.gives(test.bytes("ct"),
                    () -> wrap(path, key, spec, test.bytes("msg")));
            boolean unwraps = Attempt.givesOrFails(test.bytes("msg"),
                    () -> unwrap(path, key, spec, test.bytes("ct")));
            return Outcome.byCommand(Attempt.bothWays(test, wraps, unwraps));
        };
    }

    static byte[] wrap(CommandPath path, WrappedObject key, WrapSpec spec, byte[] material)
            throws EngineFault {
        WrappedObject object = path.store(CommandPath.SECRET_DATA, CommandPath.RAW, 0, material);
        return path.call(new EngineCommand.ExportWrapped(object, key, spec,
                Samples.direct(NOTHING), Samples.direct(NOTHING)),
                r -> Samples.bytes(r.bytes()));
    }

    static byte[] unwrap(CommandPath path, WrappedObject key, WrapSpec spec, byte[] wrapped)
            throws EngineFault {
        return path.export(path.make(new EngineCommand.ImportWrapped(
                CommandPath.header(CommandPath.SECRET_DATA, CommandPath.RAW, 0,
                        wrapped.length * Byte.SIZE),
                key, spec, WrapSpec.Encoding.NONE, null, null, null, Samples.direct(wrapped))));
    }
}
