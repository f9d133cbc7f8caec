package io.sallyport.gateway.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.sallyport.gateway.engine.EngineCommandLine;
import io.sallyport.gateway.home.Home;
import io.sallyport.gateway.home.Home.Place;
import io.sallyport.gateway.journal.BulkFill;
import io.sallyport.gateway.port.AttributeForm;
import io.sallyport.gateway.port.StoredObject;
import io.sallyport.hsm.client.BlockingEngineLink;
import io.sallyport.hsm.client.LinkLimits;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineResult.Wrapped;
import io.sallyport.hsm.object.KeyDates;
import io.sallyport.hsm.object.KeyState;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.hsm.object.Protection;
import io.sallyport.kmip.model.AttributeList;

/**
 * Fills the store of a home that no gateway has open with keys that its own engine made: thousands
 * in a second, and true ones.
 */
public final class SealedKeys {
    private static final int AHEAD = 128;
    private static final int ENCRYPT_AND_DECRYPT = 12;

    private SealedKeys() {}

    /** The identifier of the key with this number. */
    public static String id(int number) {
        return "filled-" + number;
    }

    /** Adds keys with the numbers from 0 to {@code count} to the partition {@code default}. */
    public static void fill(Path home, int count) throws Exception {
        Home opened = Home.open(home);
        Path sockets = Files.createTempDirectory("sallyport-fill");
        Path socket = sockets.resolve("engine.sock");
        Process engine = EngineCommandLine.installed().start(List.of("--state",
                opened.path(Place.ENGINE_STATE).toString(), "--auto-unseal",
                opened.path(Place.AUTO_UNSEAL_KEY).toString(), "--socket", socket.toString()));
        try (BufferedReader out = engine.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).isEqualTo("ready");
            try (BlockingEngineLink link = BlockingEngineLink.connect(socket, LinkLimits.SLOW)) {
                fill(opened.path(Place.STORE), link, count);
            }
        } finally {
            engine.getOutputStream().close();
            if (!engine.waitFor(10, TimeUnit.SECONDS)) {
                engine.destroyForcibly();
            }
            Files.deleteIfExists(socket);
            Files.delete(sockets);
        }
    }

    private static void fill(Path store, BlockingEngineLink link, int count)
            throws SQLException, IOException {
        ArrayDeque<CompletableFuture<StoredObject>> ahead = new ArrayDeque<>();
        BulkFill.fill(store, 0, count, number -> {
            for (int next = number + ahead.size(); next < count
                    && ahead.size() < AHEAD; next++) {
                ahead.add(link.submit(new EngineCommand.Generate(header(next)), SealedKeys::of));
            }
            try {
                return BlockingEngineLink.await(ahead.remove());
            } catch (EngineFault e) {
                throw new AssertionError(e);
            }
        });
    }

    private static StoredObject of(Wrapped wrapped) {
        return new StoredObject(wrapped.object(), AttributeList.EMPTY, wrapped.digest());
    }

    private static ObjectHeader header(int number) {
        long made = 1_700_000_000L + number;
        KeyDates dates = new KeyDates(made, made, null, null, null, null, null, null);
        return new ObjectHeader(id(number), "default", 1, 2, 1, 3, 256, ENCRYPT_AND_DECRYPT,
                KeyState.ACTIVE, dates, Protection.EXTRACTABLE,
                AttributeForm.digest(AttributeList.EMPTY));
    }
}
