package io.sallyport.hsm.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.sallyport.hsm.keyring.Keyring;

/** Whatever a cut-off initialisation leaves, the next one makes a domain that opens. */
class InterruptedInitTest {
    @TempDir
    private Path folder = Path.of("");
    private Path state = Path.of("");
    private Path stagedState = Path.of("");
    private Path key = Path.of("");
    private Path stagedKey = Path.of("");

    @BeforeEach
    void name() {
        state = folder.resolve("state");
        stagedState = folder.resolve("state.next");
        key = folder.resolve("key");
        stagedKey = folder.resolve("key.next");
    }

    private UUID create() throws SealFault {
        return SealedState.create(state, key, InstantSource.system());
    }

    private void assertUsable(UUID domain) throws Exception {
        try (RootKey root = RootKey.read(key);
                Keyring keyring = SealedState.open(state, root).keyring()) {
            assertThat(keyring.domain()).isEqualTo(domain);
        }
        assertThat(stagedState).doesNotExist();
        assertThat(stagedKey).doesNotExist();
        assertThatThrownBy(this::create).isInstanceOf(SealFault.class)
                .hasMessageContaining("exists; it is not overwritten");
    }

    @Test
    void whileTheStateIsStaged() throws Exception {
        Files.write(stagedState, new byte[10]);
        assertUsable(create());
    }

    @Test
    void whileTheKeyIsStaged() throws Exception {
        create();
        Files.move(state, stagedState);
        Files.delete(key);
        Files.write(stagedKey, new byte[30]);
        assertUsable(create());
    }

    @Test
    void beforeTheKeyIsInPlace() throws Exception {
        create();
        Files.move(state, stagedState);
        Files.move(key, stagedKey);
        assertUsable(create());
    }

    @Test
    void betweenKeyAndState() throws Exception {
        UUID domain = create();
        Files.move(state, stagedState);
        byte[] root = Files.readAllBytes(key);
        assertThat(create()).isEqualTo(domain);
        assertThat(key).hasBinaryContent(root);
        assertUsable(domain);
    }

    @Test
    void afterAFailureInBetween() throws Exception {
        Path later = folder.resolve("later");
        key = later.resolve("key");
        stagedKey = later.resolve("key.next");
        assertThatThrownBy(this::create).isInstanceOf(SealFault.class)
                .hasMessageContaining("can't be written");
        assertThat(state).doesNotExist();
        assertThat(stagedState).exists();
        Files.createDirectory(later);
        assertUsable(create());
    }

    @Test
    void aRootKeyIsNeverReplaced() throws Exception {
        create();
        Files.delete(state);
        byte[] root = Files.readAllBytes(key);
        assertThatThrownBy(this::create).isInstanceOf(SealFault.class)
                .hasMessageContaining(key + " exists; it is not overwritten");
        Path foreign = folder.resolve("foreign");
        SealedState.create(foreign, folder.resolve("foreign-key"), InstantSource.system());
        Files.move(foreign, stagedState);
        assertThatThrownBy(this::create).isInstanceOf(SealFault.class)
                .hasMessageContaining("belongs to domain");
        assertThat(key).hasBinaryContent(root);
        assertThat(state).doesNotExist();
    }

    @Test
    void aStateWithoutItsKeyIsNeverReplaced() throws Exception {
        create();
        byte[] content = Files.readAllBytes(state);
        Files.delete(key);
        assertThatThrownBy(this::create).isInstanceOf(SealFault.class)
                .hasMessageContaining(state + " exists; it is not overwritten");
        assertThat(state).hasBinaryContent(content);
        assertThat(key).doesNotExist();
    }
}
