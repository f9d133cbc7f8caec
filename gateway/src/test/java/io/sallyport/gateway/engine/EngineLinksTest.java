package io.sallyport.gateway.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.sallyport.gateway.engine.EngineState.Phase;
import io.sallyport.gateway.net.buffer.SecretMemory;
import io.sallyport.gateway.port.EnginePort.Answer;
import io.sallyport.hsm.client.LinkLimits;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.command.EngineResult;
import io.sallyport.hsm.command.EngineResult.StatusReport;
import io.sallyport.hsm.object.KeyDates;
import io.sallyport.hsm.object.KeyState;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.hsm.object.Protection;
import io.sallyport.hsm.object.Sha256;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.VertxOptions;

/** Links to a real engine. */
final class EngineLinksTest {
    private static final int LOOPS = 2;
    private static final long ANSWER_SECONDS = 30;
    private static final EngineEvents UNHEARD = new EngineEvents() {
        @Override
        public void started(StatusReport report) {}

        @Override
        public void ended(boolean served, String sentence) {}
    };

    @TempDir
    private Path folder = Path.of("set by JUnit");

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(LOOPS));
    private final EngineCommandLine command = EngineCommandLine.installed();
    private UUID domain = new UUID(0, 0);

    @BeforeEach
    void makeDomain() throws Exception {
        domain = EngineProcess.createDomain(command, folder.resolve("state"),
                folder.resolve("key"));
    }

    @AfterEach
    void closeLoops() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(ANSWER_SECONDS,
                TimeUnit.SECONDS);
    }

    @Test
    void everyLoopHasItsLinkAndGetsItsAnswers() throws Exception {
        try (EngineProcess engine = start()) {
            for (int i = 0; i < LOOPS; i++) {
                boolean[] sameLoop = new boolean[1];
                Promise<StatusReport> said = Promise.promise();
                vertx.getOrCreateContext().runOnContext(_ -> {
                    Thread loop = Thread.currentThread();
                    engine.links().submit(new EngineCommand.Status()).map(Answer::result)
                            .onComplete(result -> {
                                sameLoop[0] = Thread.currentThread().equals(loop);
                                said.handle(result);
                            });
                });
                assertThat(get(said.future()).pid()).isEqualTo(engine.state().pid());
                assertThat(sameLoop[0]).isTrue();
            }
            assertThat(get(engine.links().submit(new EngineCommand.Status())).result().domain())
                    .as("asked by a thread that is no event loop").isEqualTo(domain.toString());
        }
    }

    @Test
    void nothingWaitsBehindASlowCommand() throws Exception {
        try (EngineProcess engine = start()) {
            List<Future<?>> pairs = new ArrayList<>();
            List<String> ended = Collections.synchronizedList(new ArrayList<>());
            for (int i = 0; i < 4; i++) {
                pairs.add(engine.links().submit(new EngineCommand.GeneratePair(
                        rsa("private", 4, 4), rsa("public", 3, 5), 0))
                        .onComplete(_ -> ended.add("pair")));
            }
            get(engine.links().submit(new EngineCommand.Status())
                    .onComplete(_ -> ended.add("status")));
            get(Future.all(pairs));
            assertThat(ended).hasSize(5).contains("status").last().isEqualTo("pair");
        }
    }

    private static ObjectHeader rsa(String id, int type, int format) {
        return new ObjectHeader(id, "p", 1, type, format, 4, 2048, 3, KeyState.ACTIVE,
                new KeyDates(1, 1L, null, null, null, null, null, null), Protection.EXTRACTABLE,
                Sha256.of(new byte[Sha256.BYTES]));
    }

    @Test
    void withoutEngineCommandsFailAtOnceAndWithANewOneTheySucceed() throws Exception {
        try (EngineProcess engine = start()) {
            long first = engine.state().pid();
            ProcessHandle.of(first).orElseThrow().destroyForcibly();
            // Whatever is asked meanwhile is answered: by a fault, and only by that one.
            await().atMost(Duration.ofSeconds(ANSWER_SECONDS))
                    .until(() -> isServed(engine) && engine.state().pid() != first
                            && engine.state().phase() == Phase.READY);
            assertThat(engine.state().restarts()).isEqualTo(1);
        }
        EngineLinks alone = new EngineLinks(vertx, folder.resolve("no.sock"), LinkLimits.DEFAULT,
                SecretMemory.forLoops(LOOPS)::allocatorOf, (why, pid) -> {},
                () -> false);
        assertThat(faultOf(alone.submit(new EngineCommand.Status())))
                .isEqualTo(Reason.UNAVAILABLE);
    }

    @Test
    void anEngineOfAnotherDomainIsRefused() {
        UUID other = UUID.randomUUID();
        assertThatThrownBy(() -> EngineProcess.start(vertx, command, files(),
                other.toString(), SecretMemory.forLoops(LOOPS), UNHEARD))
                .hasMessageContaining("belongs to the domain " + domain)
                .hasMessageContaining("not to the domain " + other);
    }

    @Test
    void releasingAnAnswerErasesItAndGivesItsMemoryBack() {
        SecretMemory memory = SecretMemory.forLoops(1);
        ByteBuffer link = ByteBuffer.allocateDirect(3).put(new byte[]{1, 2, 3}).flip();
        ByteBuffer tag = ByteBuffer.allocateDirect(1).put(new byte[]{9}).flip();
        MovedAnswer<EngineResult.Encrypted> answer = MovedAnswer
                .of(new EngineResult.Encrypted(link, null, tag, true), memory.allocatorOf(
                        ((ContextInternal) vertx.getOrCreateContext()).nettyEventLoop()));
        link.put(0, (byte) 0);
        ByteBuffer data = answer.result().data();
        assertThat(data).isEqualTo(ByteBuffer.wrap(new byte[]{1, 2, 3}));
        assertThat(answer.result().tag()).isEqualTo(ByteBuffer.wrap(new byte[]{9}));
        assertThat(answer.result().iv()).isNull();
        assertThat(memory.buffersOut()).isEqualTo(1);
        answer.release();
        answer.release();
        assertThat(memory.buffersOut()).isZero();
        assertThat(data).isEqualTo(ByteBuffer.wrap(new byte[3]));
    }

    private EngineProcess start() throws Exception {
        return EngineProcess.start(vertx, command, files(), domain.toString(),
                SecretMemory.forLoops(LOOPS), UNHEARD);
    }

    private EngineFiles files() {
        return new EngineFiles(folder.resolve("state"), folder.resolve("key"),
                folder.resolve("e.sock"));
    }

    private static boolean isServed(EngineProcess engine) throws Exception {
        try {
            get(engine.links().submit(new EngineCommand.Status())).release();
            return true;
        } catch (ExecutionException e) {
            assertThat(e.getCause()).isInstanceOfSatisfying(EngineFault.class,
                    fault -> assertThat(fault.reason()).isEqualTo(Reason.UNAVAILABLE));
            return false;
        }
    }

    private static Reason faultOf(Future<?> future) throws Exception {
        try {
            get(future);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof EngineFault fault) {
                return fault.reason();
            }
            throw e;
        }
        throw new AssertionError("The command succeeded.");
    }

    private static <T> T get(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(ANSWER_SECONDS,
                TimeUnit.SECONDS);
    }
}
