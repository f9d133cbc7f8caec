package io.sallyport.hsm.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.sallyport.hsm.SpecVectors;
import io.sallyport.hsm.keyring.Keyring;
import io.sallyport.hsm.memory.KeyAccess;
import io.sallyport.hsm.memory.SecretSegment;

/** The vectors of sealed-state.md; what the opened keys open is in StoredObjectVectorsTest. */
class SealedStateVectorsTest {
    private static final KeyAccess ACCESS = KeyAccess.because("a vector's key");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void bothFilesAreWritten() throws Exception {
        SpecVectors vectors = SpecVectors.of("wrapped-object.md", "sealed-state.md");
        Path source = folder.resolve("source");
        Files.write(source, vectors.bytes("auto-unseal"));
        Files.setPosixFilePermissions(source, PosixFilePermissions.fromString("rw-------"));
        try (RootKey root = RootKey.read(source);
                SecretSegment key = SecretSegment.allocate(32)) {
            root.use(view -> assertThat(view.length()).isEqualTo(32));
            root.write(folder.resolve("written"));
            assertThat(folder.resolve("written")).hasBinaryContent(vectors.bytes("auto-unseal"));
            key.use(ACCESS, bytes -> bytes
                    .copyFrom(MemorySegment.ofArray(vectors.bytes("domain-key-1"))));
            assertThat(SealedState.encode(root, 1000, key, vectors.bytes("nonce-1")))
                    .isEqualTo(vectors.bytes("state-of-one-term"));
        }
    }

    @Test
    void bothFilesAreRead() throws Exception {
        SpecVectors vectors = SpecVectors.of("sealed-state.md");
        for (int terms = 1; terms <= 2; terms++) {
            Path state = write(terms == 1 ? "state-of-one-term" : "state-of-two-terms", vectors);
            try (RootKey root = RootKey.read(write("auto-unseal", vectors));
                    Keyring keyring = SealedState.open(state, root)) {
                assertThat(keyring.term()).isEqualTo(terms);
                assertThat(keyring.domain()).isEqualTo(root.domain())
                        .hasToString("00112233-4455-6677-8899-aabbccddeeff");
            }
        }
    }

    private Path write(String name, SpecVectors vectors) throws Exception {
        Path file = folder.resolve(name);
        Files.write(file, vectors.bytes(name));
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
}
