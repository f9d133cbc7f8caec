package io.sallyport.gateway.engine;

import java.util.List;
import java.util.Set;

import io.sallyport.gateway.port.EnginePort;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.command.EngineResult;
import io.sallyport.hsm.object.ObjectHeader;
import io.vertx.core.Future;

/**
 * Lets no new key into a strict partition that is not for one family of mechanisms, whatever
 * operation makes it. Keys that were there before stay as they are. Safe for every thread.
 */
public final class StrictPartitions implements EnginePort {
    private final EnginePort engine;
    private final Set<String> partitions;

    /** An engine before which these partitions are strict. */
    public StrictPartitions(EnginePort engine, Set<String> partitions) {
        this.engine = engine;
        this.partitions = Set.copyOf(partitions);
    }

    @Override
    public <R extends EngineResult> Future<Answer<R>> submit(EngineCommand<R> command) {
        for (ObjectHeader header : made(command)) {
            if (partitions.contains(header.partition()) && header.usageMask() != 0
                    && header.protection().family() == null) {
                return Future.failedFuture(new EngineFault(Reason.POLICY,
                        "A new key of a strict partition is for one family of mechanisms."));
            }
        }
        return engine.submit(command);
    }

    private static List<ObjectHeader> made(EngineCommand<?> command) {
        return switch (command) {
            case EngineCommand.Generate c -> List.of(c.header());
            case EngineCommand.Import c -> List.of(c.header());
            case EngineCommand.ImportWrapped c -> List.of(c.header());
            case EngineCommand.GeneratePair c -> List.of(c.privateKey(), c.publicKey());
            case EngineCommand.Derive c -> List.of(c.header());
            case EngineCommand.Encapsulate c -> List.of(c.header());
            case EngineCommand.Decapsulate c -> List.of(c.header());
            case EngineCommand.Split c -> c.headers();
            case EngineCommand.Join c -> List.of(c.header());
            case EngineCommand.Export _,EngineCommand.ExportAs _ -> List.of();
            case EngineCommand.ExportPkcs12 _,EngineCommand.ExportWrapped _ -> List.of();
            case EngineCommand.Encrypt _,EngineCommand.Decrypt _ -> List.of();
            case EngineCommand.Sign _,EngineCommand.VerifySignature _ -> List.of();
            case EngineCommand.Mac _,EngineCommand.VerifyMac _,EngineCommand.Hash _ -> List.of();
            case EngineCommand.Random _,EngineCommand.Seed _,EngineCommand.Status _ -> List.of();
            case EngineCommand.Amend _,EngineCommand.Verify _ -> List.of();
            case EngineCommand.RotateTerm _,EngineCommand.RetireTerm _,EngineCommand.Rewrap _ ->
                List.of();
            case EngineCommand.RunSelfTests _ -> List.of();
        };
    }
}
