package io.sallyport.hsm.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import io.sallyport.hsm.client.BlockingEngineLink;
import io.sallyport.hsm.client.EngineLink;
import io.sallyport.hsm.client.LinkLimits;
import io.sallyport.hsm.command.CipherSpec;
import io.sallyport.hsm.command.CipherSpec.Mode;
import io.sallyport.hsm.command.CipherSpec.Padding;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.command.EngineResult;
import io.sallyport.hsm.command.Reply;
import io.sallyport.hsm.command.WrapSpec;
import io.sallyport.hsm.object.KeyState;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.hsm.object.Protection;
import io.sallyport.hsm.object.WrappedObject;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EngineProcessTest {
    private static final Protection SENSITIVE = new Protection(true, true, true, false);
    private static final CipherSpec GCM = new CipherSpec(Mode.GCM, Padding.NONE, 16, true);
    private static final CipherSpec CBC = new CipherSpec(Mode.CBC, Padding.PKCS5, 0, true);
    private static final byte[] TEXT = "forty-two bytes".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private static Path folder = Path.of("");
    private RunningEngine engine;
    private BlockingEngineLink link;

    @BeforeAll
    void start() throws Exception {
        engine = RunningEngine.start(folder);
        link = engine.connect();
    }

    @AfterAll
    void stop() throws Exception {
        link.close();
        engine.close();
        assertThat(engine.process().exitValue()).isZero();
    }

    private WrappedObject generate(int mask, Protection protection) throws EngineFault {
        return link.call(new EngineCommand.Generate(Samples.aes("k", 256, mask, protection)),
                EngineResult.Wrapped::object);
    }

    private static void assertReason(Reason reason,
            org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(EngineFault.class,
                fault -> assertThat(fault.reason()).isEqualTo(reason));
    }

    @Test
    void encryptsAndDecrypts() throws Exception {
        WrappedObject key = generate(12, Protection.EXTRACTABLE);
        for (CipherSpec spec : new CipherSpec[]{GCM, CBC}) {
            byte[][] parts = link.call(
                    new EngineCommand.Encrypt(key, spec, null, null, Samples.direct(TEXT)),
                    r -> new byte[][]{Samples.bytes(r.data()), Samples.bytes(r.iv()),
                            Samples.bytes(r.tag())});
            ByteBuffer tag = spec.mode() == Mode.GCM ? Samples.direct(parts[2]) : null;
            byte[] clear = link.call(new EngineCommand.Decrypt(key, spec,
                    Samples.direct(parts[1]), null, tag, Samples.direct(parts[0])),
                    r -> Samples.bytes(r.bytes()));
            assertThat(clear).isEqualTo(TEXT);
            parts[0][0] ^= 1;
            if (spec.mode() == Mode.GCM) {
                assertReason(Reason.CRYPTOGRAPHIC_FAILURE,
                        () -> link.call(new EngineCommand.Decrypt(key, spec,
                                Samples.direct(parts[1]), null, tag, Samples.direct(parts[0])),
                                r -> r));
            }
        }
    }

    @Test
    void importsAndExportsTheSameMaterial() throws Exception {
        ObjectHeader header = Samples.aes("i", 256, 12, Protection.EXTRACTABLE);
        byte[] material = new byte[32];
        material[5] = 7;
        WrappedObject object = link.call(
                new EngineCommand.Import(header, Samples.direct(material)),
                EngineResult.Wrapped::object);
        byte[] exported = link.call(new EngineCommand.Export(object),
                r -> Samples.bytes(r.bytes()));
        assertThat(exported).isEqualTo(material);
    }

    @Test
    void largeMaterialGoesThere_andBack() throws Exception {
        byte[] material = new byte[1 << 20];
        material[material.length - 1] = 9;
        ObjectHeader header = Samples.aes("big", 0, 0, Protection.EXTRACTABLE);
        WrappedObject object = link.call(
                new EngineCommand.Import(header, Samples.direct(material)),
                EngineResult.Wrapped::object);
        byte[] exported = link.call(new EngineCommand.Export(object),
                r -> Samples.bytes(r.bytes()));
        assertThat(exported).isEqualTo(material);
    }

    @Test
    void everyChangedByteOfAStoredObjectIsFound() throws Exception {
        byte[] blob = generate(12, Protection.EXTRACTABLE).blob();
        for (int i = 0; i < blob.length; i++) {
            byte[] changed = blob.clone();
            changed[i] ^= 1;
            WrappedObject object = new WrappedObject(Samples.aes("k", 256, 12, SENSITIVE), changed);
            assertReason(Reason.NOT_AUTHENTIC,
                    () -> link.call(new EngineCommand.Export(object), r -> r));
        }
    }

    @Test
    void sensitiveMaterialLeavesOnlyUnderATrustedKey() throws Exception {
        WrappedObject target = generate(12, SENSITIVE);
        assertReason(Reason.SENSITIVE,
                () -> link.call(new EngineCommand.Export(target), r -> r));
        WrappedObject unsafe = generate(0x18, SENSITIVE);
        WrappedObject trusted = generate(0x10, SENSITIVE);
        WrappedObject known = link.call(new EngineCommand.Import(
                Samples.aes("kek", 256, 0x10, SENSITIVE), Samples.direct(new byte[32])),
                EngineResult.Wrapped::object);
        ByteBuffer nothing = Samples.direct(new byte[0]);
        for (WrappedObject kek : new WrappedObject[]{unsafe, known}) {
            assertReason(Reason.SENSITIVE, () -> link.call(new EngineCommand.ExportWrapped(target,
                    kek, WrapSpec.NIST_KEY_WRAP, nothing, nothing), r -> r));
        }
        int length = link.call(new EngineCommand.ExportWrapped(target, trusted,
                WrapSpec.NIST_KEY_WRAP, nothing, nothing), r -> r.bytes().remaining());
        assertThat(length).isEqualTo(40);
    }

    @Test
    void destroyedMaterialIsGone() throws Exception {
        WrappedObject key = generate(12, Protection.EXTRACTABLE);
        assertReason(Reason.KEY_STATE, () -> link.call(new EngineCommand.Amend(key,
                Samples.next(key.header(), KeyState.DESTROYED)), r -> r));
        WrappedObject stopped = link.call(new EngineCommand.Amend(key,
                Samples.next(key.header(), KeyState.DEACTIVATED)), EngineResult.Wrapped::object);
        assertReason(Reason.KEY_STATE, () -> link.call(
                new EngineCommand.Encrypt(stopped, GCM, null, null, Samples.direct(TEXT)),
                r -> r));
        WrappedObject gone = link.call(new EngineCommand.Amend(stopped,
                Samples.next(stopped.header(), KeyState.DESTROYED)),
                EngineResult.Wrapped::object);
        assertThat(gone.blob()).hasSize(stopped.blob().length - 32);
        boolean empty = link.call(new EngineCommand.Verify(gone), r -> r.digest() == null);
        assertThat(empty).isTrue();
        assertReason(Reason.KEY_STATE, () -> link.call(new EngineCommand.Export(gone), r -> r));
    }

    @Test
    void statusTellsWhatHolds() throws Exception {
        Map<String, Boolean> protections = link.call(new EngineCommand.Status(), r -> {
            assertThat(r.domain()).isEqualTo(link.domain());
            assertThat(r.pid()).isEqualTo(engine.process().pid());
            return r.protections().stream().collect(Collectors.toMap(
                    EngineResult.ProtectionStatus::name, EngineResult.ProtectionStatus::achieved));
        });
        assertThat(protections).containsEntry("not-dumpable", true)
                .containsEntry("no-core-file", true).containsEntry("no-attach", true)
                .containsEntry("no-agent", true).containsEntry("no-network", true)
                .containsKey("root-key-memory");
    }

    @Test
    void malformedFramesCloseOnlyTheirOwnConnection() throws Exception {
        byte[][] malformed = {{0x7f, 0, 0, 0, 1}, {0, 0, 0, 1, 1},
                {0, 0, 0, 9, 0, 0, 0, 0, 0, 0, 0, 0, 99},
                {0, 0, 0, 9, 0, 0, 0, 0, 0, 0, 0, 0, 10},
                {0, 0, 0, 10, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1}};
        for (byte[] bytes : malformed) {
            try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
                channel.connect(UnixDomainSocketAddress.of(engine.socket()));
                channel.write(ByteBuffer.wrap(bytes));
                assertThat(channel.read(ByteBuffer.allocate(100))).isEqualTo(-1);
            }
        }
        assertThat(generate(12, SENSITIVE).header().version()).isEqualTo(1);
    }

    @Test
    void killedEngineFailsWhatIsPending_andAnotherOneGoesOn(@TempDir Path other)
            throws Exception {
        WrappedObject key;
        try (RunningEngine victim = RunningEngine.start(other);
                BlockingEngineLink victimLink = victim.connect()) {
            key = victimLink.call(new EngineCommand.Generate(
                    Samples.aes("k", 256, 12, Protection.EXTRACTABLE)),
                    EngineResult.Wrapped::object);
            stopProcess(victim.process(), "STOP");
            CompletableFuture<Reason> reason = new CompletableFuture<>();
            ExecutorService caller = Executors.newSingleThreadExecutor();
            caller.execute(() -> reason.complete(reasonOf(victimLink)));
            victim.process().destroyForcibly();
            assertThat(reason.get(5, TimeUnit.SECONDS)).isEqualTo(Reason.UNAVAILABLE);
            caller.shutdown();
        }
        try (RunningEngine next = RunningEngine.start(other);
                BlockingEngineLink nextLink = next.connect()) {
            boolean whole = nextLink.call(new EngineCommand.Verify(key), r -> r.digest() != null);
            assertThat(whole).isTrue();
        }
    }

    @Test
    void hungEngineFailsByTheDeadline(@TempDir Path other) throws Exception {
        try (RunningEngine victim = RunningEngine.start(other);
                BlockingEngineLink victimLink = victim.connect()) {
            stopProcess(victim.process(), "STOP");
            long start = System.nanoTime();
            assertThat(reasonOf(victimLink)).isEqualTo(Reason.UNAVAILABLE);
            assertThat(System.nanoTime() - start).isBetween(1_900_000_000L, 4_000_000_000L);
            stopProcess(victim.process(), "CONT");
        }
    }

    @Test
    void theGreetingMayTakeLongerThanAnAnswer() throws Exception {
        LinkLimits limits = new LinkLimits(1, 1 << 20, Duration.ofNanos(1),
                LinkLimits.DEFAULT.greeting());
        try (BlockingEngineLink link = BlockingEngineLink.connect(engine.socket(), limits)) {
            assertThat(link.domain()).isNotEmpty();
        }
        LinkLimits impatient = new LinkLimits(1, 1 << 20, LinkLimits.DEFAULT.deadline(),
                Duration.ZERO);
        assertThatThrownBy(() -> BlockingEngineLink.connect(engine.socket(), impatient))
                .hasMessage("The engine does not answer the greeting.");
    }

    @Test
    void moreThanTheBudgetIsRefusedAtOnce() throws Exception {
        ExecutorService loop = Executors.newSingleThreadExecutor();
        try (EngineLink small = EngineLink.connect(engine.socket(), loop,
                new LinkLimits(1, 1 << 20, LinkLimits.DEFAULT.deadline(),
                        LinkLimits.DEFAULT.greeting()),
                () -> {})) {
            CompletableFuture<Reason> second = new CompletableFuture<>();
            CompletableFuture<Long> first = new CompletableFuture<>();
            loop.execute(() -> {
                small.submit(new EngineCommand.Status(), reply(first, new CompletableFuture<>()));
                small.submit(new EngineCommand.Status(), reply(new CompletableFuture<>(), second));
            });
            assertThat(second.get(5, TimeUnit.SECONDS)).isEqualTo(Reason.UNAVAILABLE);
            assertThat(first.get(5, TimeUnit.SECONDS)).isEqualTo(engine.process().pid());
        } finally {
            loop.shutdown();
        }
    }

    @Test
    void initDoesNotOverwrite_andForeignOrOpenFilesAreRefused(@TempDir Path other)
            throws Exception {
        Path state = other.resolve("state");
        Path key = other.resolve("key");
        assertThat(run("--init", "--state", state.toString(), "--auto-unseal", key.toString()))
                .isEmpty();
        assertThat(run("--init", "--state", state.toString(), "--auto-unseal", key.toString()))
                .contains("exists; it is not overwritten");
        String socket = other.resolve("s").toString();
        assertThat(run("--state", folder.resolve("state").toString(), "--auto-unseal",
                key.toString(), "--socket", socket)).contains("belongs to domain");
        byte[] changed = Files.readAllBytes(state);
        changed[changed.length - 1] ^= 1;
        Files.write(state, changed);
        assertThat(run("--state", state.toString(), "--auto-unseal", key.toString(), "--socket",
                socket)).contains("was changed");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));
        assertThat(run("--state", state.toString(), "--auto-unseal", key.toString(), "--socket",
                socket)).contains("chmod 600");
    }

    @Test
    void sigtermEndsWithZero(@TempDir Path other) throws Exception {
        RunningEngine victim = RunningEngine.start(other);
        victim.process().destroy();
        assertThat(victim.process().waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(victim.process().exitValue()).isZero();
        assertThat(victim.socket()).doesNotExist();
    }

    @Test
    void attachIsRefused() throws Exception {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process process = new ProcessBuilder(jcmd.toString(),
                Long.toString(engine.process().pid()), "VM.version").redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        process.getInputStream().readAllBytes();
        assertThat(process.waitFor()).isNotZero();
    }

    private static String run(String... arguments) throws Exception {
        Process process = RunningEngine.spawn(arguments);
        process.getOutputStream().close();
        String errors = RunningEngine.errors(process);
        assertThat(process.waitFor()).isEqualTo(errors.isEmpty() ? 0 : 1);
        return errors;
    }

    private static Reason reasonOf(BlockingEngineLink link) {
        try {
            link.call(new EngineCommand.Status(), r -> r);
            throw new AssertionError("The engine answered.");
        } catch (EngineFault e) {
            return e.reason();
        }
    }

    private static void stopProcess(Process process, String signal) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start()
                .waitFor()).isZero();
    }

    private static Reply<EngineResult.StatusReport> reply(CompletableFuture<Long> pid,
            CompletableFuture<Reason> reason) {
        return new Reply<>() {
            @Override
            public void succeeded(EngineResult.StatusReport result) {
                pid.complete(result.pid());
            }

            @Override
            public void failed(EngineFault fault) {
                reason.complete(fault.reason());
            }
        };
    }
}
