package io.sallyport.hsm.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.sallyport.hsm.client.BlockingEngineLink;
import io.sallyport.hsm.client.EngineLink;
import io.sallyport.hsm.client.LinkLimits;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineResult;
import io.sallyport.hsm.command.Reply;
import io.sallyport.hsm.seal.RootKey;
import io.sallyport.hsm.seal.SealedState;
import io.sallyport.hsm.seal.Terms;

/**
 * Operations for each second of processor time: through the engine's socket, pipelined as the
 * gateway does, with the time of both processes; by the engine's executor without a socket; by the
 * provider alone. In rounds, one of each after another. Prints a table; asserts that answers came,
 * not how fast.
 */
@Tag("bench")
class EngineRateBench {
    private static final int OUTSTANDING = 64;
    private static final int ROUNDS = Integer.getInteger("sallyport.bench.rounds", 5);
    private static final long WARM_NANOS = Duration.ofSeconds(4).toNanos();
    private static final long MEASURED_NANOS = Duration
            .ofMillis(Long.getLong("sallyport.bench.millis", 2000)).toNanos();
    private static final int CHECK_EVERY = 16;
    private static final double TICKS_PER_SECOND = 100;
    private static final int USER_FIELD = 11;
    private static final int SYSTEM_FIELD = 12;

    @TempDir
    private Path folder = Path.of("");

    /** Works for a time; tells how often. */
    private interface Timed {
        long run(long nanos) throws Exception;
    }

    /** One operation in the three ways. */
    private record Row(String name, Timed socket, Timed executor, Timed provider) {
        List<Timed> ways() {
            return List.of(socket, executor, provider);
        }
    }

    /** Keeps commands outstanding, one of the list after another. Runs on the loop. */
    private static final class Pipeline {
        private final EngineLink link;
        private final List<EngineCommand<?>> commands;
        private final CompletableFuture<Long> done = new CompletableFuture<>();
        private final long endNanos;
        private long answered;
        private int next;

        Pipeline(EngineLink link, List<EngineCommand<?>> commands, long nanos) {
            this.link = link;
            this.commands = commands;
            this.endNanos = System.nanoTime() + nanos;
        }

        void start() {
            for (int i = 0; i < OUTSTANDING; i++) {
                submit(commands.get(next++ % commands.size()));
            }
        }

        private <R extends EngineResult> void submit(EngineCommand<R> command) {
            link.submit(command, new Reply<>() {
                @Override
                public void succeeded(R result) {
                    answered++;
                    if (System.nanoTime() < endNanos) {
                        submit(commands.get(next++ % commands.size()));
                    } else if (link.inFlight() == 0) {
                        done.complete(answered / commands.size());
                    }
                }

                @Override
                public void failed(EngineFault fault) {
                    done.completeExceptionally(fault);
                }
            });
        }
    }

    @Test
    void operationsForEachSecondOfACore() throws Exception {
        Path state = Files.createDirectory(folder.resolve("local")).resolve("state");
        Path root = state.resolveSibling("key");
        SealedState.create(state, root, InstantSource.system());
        ExecutorService loop = Executors.newSingleThreadExecutor();
        try (RunningEngine engine = RunningEngine.start(folder);
                BlockingEngineLink blocking = BlockingEngineLink.connect(engine.socket(),
                        LinkLimits.SLOW);
                EngineLink link = EngineLink.connect(engine.socket(), loop, LinkLimits.SLOW,
                        () -> {});
                Terms terms = Terms.open(state, RootKey.read(root), InstantSource.system());
                CommandExecutor executor =
                        new CommandExecutor(terms, InstantSource.system(), () -> {
                            throw new AssertionError("Nobody asks for the status.");
                        }, new AtomicLong(), new SelfTests(SelfTests.Parts.ofThisProcess(),
                                InstantSource.system()))) {
            List<RatedOperation> remote = RatedOperation.all(new RatedOperation.Engine() {
                @Override
                public <R extends EngineResult, T> T call(EngineCommand<R> command,
                        Function<R, T> reader) throws EngineFault {
                    return blocking.call(command, reader);
                }
            });
            List<RatedOperation> local = RatedOperation.all(new RatedOperation.Engine() {
                @Override
                public <R extends EngineResult, T> T call(EngineCommand<R> command,
                        Function<R, T> reader) throws EngineFault {
                    return executed(executor, command, reader);
                }
            });
            List<Row> rows = new ArrayList<>();
            for (int i = 0; i < remote.size(); i++) {
                RatedOperation there = remote.get(i);
                RatedOperation here = local.get(i);
                rows.add(new Row(there.name(),
                        nanos -> pipelined(link, loop, there.commands(), nanos),
                        nanos -> repeated(() -> executed(executor, here.commands()), nanos),
                        nanos -> repeated(there.provider(), nanos)));
            }
            report(rows, engine.process().pid());
        } finally {
            loop.shutdown();
        }
    }

    private static void executed(CommandExecutor executor, List<EngineCommand<?>> commands)
            throws EngineFault {
        for (EngineCommand<?> command : commands) {
            try {
                executor.execute(command);
            } finally {
                executor.wipe();
            }
        }
    }

    @SuppressWarnings("unchecked") // a command's results are of its own type
    private static <R extends EngineResult, T> T executed(CommandExecutor executor,
            EngineCommand<R> command, Function<R, T> reader)
            throws EngineFault {
        try {
            return reader.apply((R) executor.execute(command));
        } finally {
            executor.wipe();
        }
    }

    private static long pipelined(EngineLink link, ExecutorService loop,
            List<EngineCommand<?>> commands, long nanos) throws Exception {
        Pipeline pipeline = new Pipeline(link, commands, nanos);
        loop.execute(pipeline::start);
        return pipeline.done.get(60, TimeUnit.SECONDS);
    }

    private static long repeated(RatedOperation.Work work, long nanos) throws Exception {
        long end = System.nanoTime() + nanos;
        long count = 0;
        while (System.nanoTime() < end) {
            for (int i = 0; i < CHECK_EVERY; i++) {
                work.run();
            }
            count += CHECK_EVERY;
        }
        return count;
    }

    /** Warms every row, then measures in rounds, so that a busy moment meets all three ways. */
    private static void report(List<Row> rows, long engine) throws Exception {
        for (Row row : rows) {
            for (Timed way : row.ways()) {
                way.run(WARM_NANOS);
            }
        }
        double[][][] rates = new double[rows.size()][3][ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < rows.size(); i++) {
                for (int way = 0; way < 3; way++) {
                    double before = cpuSeconds(engine);
                    long count = rows.get(i).ways().get(way).run(MEASURED_NANOS);
                    rates[i][way][round] = count / (cpuSeconds(engine) - before);
                }
            }
        }
        StringBuilder table = new StringBuilder("| operation | socket | executor | provider |"
                + " socket / provider | us: provider | us: command | us: socket |\n"
                + "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        for (int i = 0; i < rows.size(); i++) {
            double socket = median(rates[i][0]);
            double executor = median(rates[i][1]);
            double provider = median(rates[i][2]);
            assertThat(socket).isPositive();
            table.append(String.format(Locale.ROOT,
                    "| %s | %,.0f | %,.0f | %,.0f | %.2f | %.1f | %.1f | %.1f |%n",
                    rows.get(i).name(), socket, executor, provider, socket / provider,
                    1e6 / provider, 1e6 / executor - 1e6 / provider,
                    1e6 / socket - 1e6 / executor));
        }
        System.out.println(table);
        Files.writeString(Files.createDirectories(Path.of("target")).resolve("engine-rates.md"),
                table);
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    /** Processor time of this process and the engine's. */
    private static double cpuSeconds(long engine) throws IOException {
        return ticks(ProcessHandle.current().pid()) / TICKS_PER_SECOND
                + ticks(engine) / TICKS_PER_SECOND;
    }

    private static long ticks(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return Long.parseLong(fields[USER_FIELD]) + Long.parseLong(fields[SYSTEM_FIELD]);
    }
}
