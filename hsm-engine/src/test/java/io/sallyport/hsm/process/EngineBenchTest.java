package io.sallyport.hsm.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.sallyport.hsm.client.BlockingEngineLink;
import io.sallyport.hsm.client.EngineLink;
import io.sallyport.hsm.client.LinkLimits;
import io.sallyport.hsm.command.CipherSpec;
import io.sallyport.hsm.command.CipherSpec.Mode;
import io.sallyport.hsm.command.CipherSpec.Padding;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineResult;
import io.sallyport.hsm.command.Reply;
import io.sallyport.hsm.crypto.JcaBridge;
import io.sallyport.hsm.crypto.KeyView;
import io.sallyport.hsm.crypto.Xaes256Gcm;
import io.sallyport.hsm.object.Protection;
import io.sallyport.hsm.object.StoredForm;
import io.sallyport.hsm.object.WrappedObject;

/**
 * Commands a second through the socket of an engine process, by how many are outstanding, against
 * the provider alone in this process. Prints a table; asserts that answers came, not how fast.
 */
@Tag("bench")
class EngineBenchTest {
    private static final int[] OUTSTANDING = {1, 8, 64};
    private static final long WARM_NANOS = Duration.ofSeconds(4).toNanos();
    private static final long MEASURED_NANOS = Duration.ofSeconds(2).toNanos();
    private static final int ROUNDS = 5;
    private static final int CHECK_EVERY = 64;
    private static final int DATA_BYTES = 32;

    @TempDir
    private Path folder = Path.of("");

    /** Keeps a number of commands outstanding until the time is over. Runs on the loop. */
    private static final class Load<R extends EngineResult> implements Reply<R> {
        private final EngineLink link;
        private final EngineCommand<R> command;
        private final CompletableFuture<Long> done = new CompletableFuture<>();
        private final long endNanos;
        private long answered;

        Load(EngineLink link, EngineCommand<R> command, long nanos) {
            this.link = link;
            this.command = command;
            this.endNanos = System.nanoTime() + nanos;
        }

        void start(int outstanding) {
            for (int i = 0; i < outstanding; i++) {
                link.submit(command, this);
            }
        }

        @Override
        public void succeeded(R result) {
            answered++;
            if (System.nanoTime() < endNanos) {
                link.submit(command, this);
            } else {
                done.complete(answered);
            }
        }

        @Override
        public void failed(EngineFault fault) {
            done.completeExceptionally(fault);
        }
    }

    /** One operation; tells how many bytes it made. */
    private interface Work {
        int run() throws Exception;
    }

    /** Works for a time; tells how often. */
    private interface TimedLoad {
        long run(long nanos) throws Exception;
    }

    private record Row(String name, TimedLoad load) {}

    @Test
    void throughput() throws Exception {
        ExecutorService loop = Executors.newSingleThreadExecutor();
        try (RunningEngine engine = RunningEngine.start(folder);
                BlockingEngineLink first = engine.connect();
                EngineLink link = EngineLink.connect(engine.socket(), loop, LinkLimits.DEFAULT,
                        () -> {})) {
            WrappedObject key = first.call(new EngineCommand.Generate(
                    Samples.aes("bench", 256, 12, Protection.EXTRACTABLE)),
                    EngineResult.Wrapped::object);
            EngineCommand.Encrypt encrypt = new EngineCommand.Encrypt(key,
                    new CipherSpec(Mode.GCM, Padding.NONE, 16, true), null, null,
                    ByteBuffer.allocateDirect(DATA_BYTES));
            EngineCommand.Export export = new EngineCommand.Export(key);
            Work gcm = gcm();
            Work open = open(key);
            List<Row> rows = new ArrayList<>();
            rows.add(new Row("provider: AES-256-GCM, 32 B | -", nanos -> repeat(gcm, nanos)));
            rows.add(new Row("provider: open an object | -", nanos -> repeat(open, nanos)));
            for (int outstanding : OUTSTANDING) {
                rows.add(new Row("engine: Encrypt, 32 B | " + outstanding,
                        nanos -> submit(link, loop, encrypt, outstanding, nanos)));
            }
            for (int outstanding : OUTSTANDING) {
                rows.add(new Row("engine: Export | " + outstanding,
                        nanos -> submit(link, loop, export, outstanding, nanos)));
            }
            System.out.println(table(rows));
        } finally {
            loop.shutdown();
        }
    }

    /** Warms every row, then measures in rounds, so that a busy moment meets one round of each. */
    private static String table(List<Row> rows) throws Exception {
        for (Row row : rows) {
            row.load().run(WARM_NANOS);
        }
        double[][] rates = new double[rows.size()][ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < rows.size(); i++) {
                long start = System.nanoTime();
                long count = rows.get(i).load().run(MEASURED_NANOS);
                rates[i][round] = count * 1e9 / (System.nanoTime() - start);
            }
        }
        StringBuilder table = new StringBuilder("| work | outstanding | median a second | least |"
                + " most |\n| --- | --- | --- | --- | --- |\n");
        for (int i = 0; i < rows.size(); i++) {
            Arrays.sort(rates[i]);
            assertThat(rates[i][0]).isPositive();
            table.append(String.format(Locale.ROOT, "| %s | %,.0f | %,.0f | %,.0f |\n",
                    rows.get(i).name(), rates[i][ROUNDS / 2], rates[i][0], rates[i][ROUNDS - 1]));
        }
        return table.toString();
    }

    private static <R extends EngineResult> long submit(EngineLink link, ExecutorService loop,
            EngineCommand<R> command, int outstanding, long nanos) throws Exception {
        Load<R> load = new Load<>(link, command, nanos);
        loop.execute(() -> load.start(outstanding));
        return load.done.get(60, TimeUnit.SECONDS);
    }

    private static long repeat(Work work, long nanos) throws Exception {
        long end = System.nanoTime() + nanos;
        long count = 0;
        long made = 0;
        int each = work.run();
        while (System.nanoTime() < end) {
            for (int i = 0; i < CHECK_EVERY; i++) {
                made += work.run();
            }
            count += CHECK_EVERY;
        }
        assertThat(made).isPositive().isEqualTo(count * each);
        return count;
    }

    /** A random IV and one encryption, the key given anew as for every command. */
    private static Work gcm() throws Exception {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding", "SunJCE");
        SecretKeySpec key = new SecretKeySpec(new byte[32], "AES");
        SecureRandom random = SecureRandom.getInstance("NativePRNGNonBlocking");
        byte[] iv = new byte[12];
        byte[] clear = new byte[DATA_BYTES];
        byte[] sealed = new byte[DATA_BYTES + 16];
        return () -> {
            random.nextBytes(iv);
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(128, iv));
            return cipher.doFinal(clear, 0, clear.length, sealed, 0);
        };
    }

    /** What every command begins with, under a key of this test. */
    private static Work open(WrappedObject object) throws Exception {
        StoredForm form = StoredForm.parse(object.blob());
        byte[] nonce = Arrays.copyOfRange(form.blob(), form.associatedBytes(),
                form.sealedOffset());
        Xaes256Gcm xaes = new Xaes256Gcm(new JcaBridge());
        KeyView key = new KeyView(Arena.ofAuto().allocate(32));
        byte[] sealed = new byte[form.materialBytes() + Xaes256Gcm.TAG_BYTES];
        byte[] clear = new byte[sealed.length];
        int length = xaes.seal(key, new Xaes256Gcm.Message(nonce, form.blob(),
                form.associatedBytes(), clear, 0, form.materialBytes()), sealed, 0);
        return () -> xaes.open(key, new Xaes256Gcm.Message(nonce, form.blob(),
                form.associatedBytes(), sealed, 0, length), clear);
    }
}
