package io.sallyport.hsm.process;

import java.nio.ByteBuffer;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.HashAlgorithm;
import io.sallyport.hsm.command.Part;
import io.sallyport.hsm.crypto.RunningHash;
import io.sallyport.hsm.process.Continuations.Running;
import io.sallyport.hsm.process.Continuations.Scope;

/** Takes data in parts into a hash, from one continuation to the next. Belongs to one thread. */
final class RunningHashes {
    private final CommandContext context;

    RunningHashes(CommandContext context) {
        this.context = context;
    }

    /** The hash value after the last part, else a continuation. */
    @SuppressWarnings("ArrayRecordComponent") // lent, never compared
    record Step(byte @Nullable [] value, @Nullable ByteBuffer continuation) {}

    /** Begins a hash. */
    interface First {
        RunningHash get() throws EngineFault;
    }

    /** Takes one part. */
    Step step(Scope scope, HashAlgorithm hash, Part part, First first,
            byte[] data) throws EngineFault {
        ByteBuffer before = part.continuation();
        int sequence = 0;
        RunningHash digest;
        if (before == null) {
            digest = first.get();
        } else {
            Running running = context.continuations().open(scope, before);
            sequence = running.sequence();
            digest = RunningHash.of(hash, running.state());
            Arrays.fill(running.state(), (byte) 0);
        }
        digest.update(data, data.length);
        if (part.last()) {
            return new Step(digest.finish(), null);
        }
        return new Step(null, context.continuations().seal(scope,
                new Running(sequence + 1, digest.state())));
    }
}
