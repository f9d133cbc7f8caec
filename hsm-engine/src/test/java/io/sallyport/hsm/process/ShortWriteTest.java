package io.sallyport.hsm.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.sallyport.hsm.client.EngineLink;
import io.sallyport.hsm.client.LinkLimits;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineResult;
import io.sallyport.hsm.command.Reply;
import io.sallyport.hsm.object.Protection;
import io.sallyport.hsm.object.WrappedObject;

/** Commands larger than a socket takes at once, with more submitted while they wait. */
class ShortWriteTest {
    private static final int COMMANDS = 6;
    private static final int BYTES = 900_000;

    @TempDir
    private Path folder = Path.of("");

    /** What came, in order; {@code done} completes with the last one, or the first fault. */
    private record Collecting(List<String> order, List<WrappedObject> objects,
            CompletableFuture<Void> done) implements Reply<EngineResult.Wrapped> {
        @Override
        public void succeeded(EngineResult.Wrapped result) {
            order.add(result.object().header().id());
            objects.add(result.object());
            if (order.size() == COMMANDS) {
                done.complete(null);
            }
        }

        @Override
        public void failed(EngineFault fault) {
            done.completeExceptionally(fault);
        }
    }

    @Test
    void everythingArrivesWholeAndInOrder() throws Exception {
        ExecutorService loop = Executors.newSingleThreadExecutor();
        Collecting replies = new Collecting(new ArrayList<>(), new ArrayList<>(),
                new CompletableFuture<>());
        try (LocalEngine engine = LocalEngine.start(folder);
                EngineLink link = EngineLink.connect(engine.socket(), loop,
                        LinkLimits.DEFAULT, () -> {})) {
            for (int i = 0; i < COMMANDS; i++) {
                String id = "big-" + i;
                EngineCommand.Import command = new EngineCommand.Import(
                        Samples.aes(id, 0, 0, Protection.EXTRACTABLE), Samples.direct(material(i)));
                // One task each: the flush of the first runs before the last are submitted.
                loop.execute(() -> link.submit(command, replies));
            }
            replies.done().get(30, TimeUnit.SECONDS);
            for (int i = 0; i < COMMANDS; i++) {
                assertThat(replies.order().get(i)).isEqualTo("big-" + i);
                assertThat(exported(link, loop, replies.objects().get(i)))
                        .isEqualTo(material(i));
            }
        } finally {
            loop.shutdown();
        }
    }

    private static byte[] exported(EngineLink link, ExecutorService loop, WrappedObject object)
            throws Exception {
        CompletableFuture<byte[]> bytes = new CompletableFuture<>();
        loop.execute(() -> link.submit(new EngineCommand.Export(object), new Reply<>() {
            @Override
            public void succeeded(EngineResult.Material result) {
                bytes.complete(Samples.bytes(result.bytes()));
            }

            @Override
            public void failed(EngineFault fault) {
                bytes.completeExceptionally(fault);
            }
        }));
        return bytes.get(30, TimeUnit.SECONDS);
    }

    private static byte[] material(int seed) {
        byte[] material = new byte[BYTES];
        for (int i = 0; i < BYTES; i++) {
            material[i] = (byte) (i * 31 + (i >>> 8) + seed);
        }
        return material;
    }
}
