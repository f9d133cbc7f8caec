package io.sallyport.hsm.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Iterator;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.sallyport.hsm.SpecVectors;
import io.sallyport.hsm.keyring.DomainKey;
import io.sallyport.hsm.keyring.Keyring;
import io.sallyport.hsm.memory.KeyAccess;
import io.sallyport.hsm.memory.SecretSegment;
import io.sallyport.hsm.seal.SealedState.Entry;

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
                DomainKey first = key(1, 1000, vectors.bytes("domain-key-1"));
                DomainKey second = key(2, 2000, vectors.bytes("domain-key-2"))) {
            root.use(view -> assertThat(view.length()).isEqualTo(32));
            root.write(folder.resolve("written"));
            assertThat(folder.resolve("written")).hasBinaryContent(vectors.bytes("auto-unseal"));
            Iterator<String> nonces = List.of("nonce-1", "nonce-1", "nonce-2").iterator();
            assertThat(SealedState.encode(root, 1, List.of(new Entry(first, 0)),
                    () -> vectors.bytes(nonces.next())))
                    .isEqualTo(vectors.bytes("state-of-one-term"));
            assertThat(SealedState.encode(root, 3,
                    List.of(new Entry(first, 1 << 24), new Entry(second, 1 << 25)),
                    () -> vectors.bytes(nonces.next())))
                    .isEqualTo(vectors.bytes("state-of-two-terms"));
        }
    }

    @Test
    void bothFilesAreRead() throws Exception {
        SpecVectors vectors = SpecVectors.of("sealed-state.md");
        for (int terms = 1; terms <= 2; terms++) {
            Path state = write(terms == 1 ? "state-of-one-term" : "state-of-two-terms", vectors);
            try (RootKey root = RootKey.read(write("auto-unseal", vectors));
                    Keyring keyring = SealedState.open(state, root).keyring()) {
                assertThat(keyring.term()).isEqualTo(terms);
                assertThat(keyring.inForce().created()).isEqualTo(1000L * terms);
                assertThat(keyring.inForce().seals()).isEqualTo(terms == 1 ? 0 : 1 << 25);
                assertThat(keyring.domain()).isEqualTo(root.domain())
                        .hasToString("00112233-4455-6677-8899-aabbccddeeff");
            }
        }
    }

    @Test
    void aGapIsRead() throws Exception {
        SpecVectors vectors = SpecVectors.of("sealed-state.md");
        try (RootKey root = RootKey.read(write("auto-unseal", vectors))) {
            SealedState.Opened opened =
                    SealedState.open(write("state-with-a-gap", vectors), root);
            try (Keyring keyring = opened.keyring()) {
                assertThat(opened.revision()).isEqualTo(9);
                assertThat(keyring.keys()).extracting(DomainKey::term).containsExactly(2, 5);
                assertThat(keyring.keys()).extracting(DomainKey::reserved)
                        .containsExactly(1L << 40, 1L << 24);
            }
        }
    }

    private static DomainKey key(int term, long created, byte[] value) {
        SecretSegment secret = SecretSegment.allocate(value.length);
        secret.use(ACCESS, bytes -> bytes.copyFrom(MemorySegment.ofArray(value)));
        return new DomainKey(term, created, 0, 0, secret);
    }

    private Path write(String name, SpecVectors vectors) throws Exception {
        Path file = folder.resolve(name);
        Files.write(file, vectors.bytes(name));
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
}
