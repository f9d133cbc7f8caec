package io.sallyport.hsm.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.sallyport.hsm.SpecVectors;
import io.sallyport.hsm.command.CipherSpec;
import io.sallyport.hsm.command.CipherSpec.Mode;
import io.sallyport.hsm.command.CipherSpec.Padding;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.crypto.CipherState;
import io.sallyport.hsm.crypto.JcaBridge;
import io.sallyport.hsm.crypto.NonceSource;
import io.sallyport.hsm.crypto.Workspace;
import io.sallyport.hsm.crypto.Xaes256Gcm;
import io.sallyport.hsm.process.Continuations.Running;
import io.sallyport.hsm.process.Continuations.Scope;
import io.sallyport.hsm.seal.RootKey;
import io.sallyport.hsm.seal.Terms;
import io.sallyport.hsm.wire.Opcode;
import io.sallyport.hsm.wire.SpecFields;

/** The vectors of continuation.md, sealed under the domain that sealed-state.md gives. */
class ContinuationVectorsTest {
    private static final Scope SCOPE = new Scope(Opcode.ENCRYPT,
            SpecFields.bytesOf(new CipherSpec(Mode.CBC, Padding.PKCS5, 0, false)),
            Samples.VECTOR_1);

    @TempDir
    private Path folder = Path.of("");
    private SpecVectors vectors = new SpecVectors();
    private final Workspace workspace = new Workspace(1024);

    @BeforeEach
    void read() throws Exception {
        vectors = SpecVectors.of("wrapped-object.md", "sealed-state.md", "continuation.md");
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void statesAreReadAndWritten() {
        byte[] encoded = vectors.bytes("state");
        assertThat(CipherState.decode(encoded).encode()).isEqualTo(encoded);
        assertThat(CipherState.decode(encoded).waiting()).asHexString().isEqualTo("64617461");
    }

    @Test
    void continuationsAreSealedAndOpened() throws Exception {
        try (Terms terms = terms()) {
            Continuations continuations = continuations(terms);
            ByteBuffer sealed = continuations.seal(SCOPE, new Running(1, vectors.bytes("state")),
                    vectors.bytes("nonce-1"));
            assertThat(Samples.bytes(sealed)).isEqualTo(vectors.bytes("continuation"));
            Running opened = continuations.open(SCOPE,
                    Samples.direct(vectors.bytes("continuation")));
            assertThat(opened.sequence()).isEqualTo(1);
            assertThat(opened.state()).isEqualTo(vectors.bytes("state"));
        }
    }

    @Test
    void anotherScopeOpensNothing() throws Exception {
        try (Terms terms = terms()) {
            Scope other = new Scope(Opcode.DECRYPT, SCOPE.spec(), SCOPE.key());
            ByteBuffer sealed = Samples.direct(vectors.bytes("continuation"));
            assertThatThrownBy(() -> continuations(terms).open(other, sealed))
                    .isInstanceOfSatisfying(EngineFault.class,
                            fault -> assertThat(fault.reason()).isEqualTo(Reason.NOT_AUTHENTIC));
        }
    }

    private Continuations continuations(Terms terms) {
        return new Continuations(terms, workspace, new NonceSource(),
                new Xaes256Gcm(new JcaBridge()));
    }

    private Terms terms() throws Exception {
        Path state = file("state", vectors.bytes("state-of-one-term"));
        return Terms.open(state, RootKey.read(file("key", vectors.bytes("auto-unseal"))),
                InstantSource.system());
    }

    private Path file(String name, byte[] content) throws Exception {
        Path file = Files.write(folder.resolve(name), content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
}
