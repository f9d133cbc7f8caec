package io.sallyport.hsm.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.sallyport.hsm.SpecVectors;
import io.sallyport.hsm.command.EngineResult;
import io.sallyport.hsm.crypto.JcaBridge;
import io.sallyport.hsm.crypto.NonceSource;
import io.sallyport.hsm.crypto.Workspace;
import io.sallyport.hsm.crypto.Xaes256Gcm;
import io.sallyport.hsm.object.HeaderCodec;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.hsm.object.Origin;
import io.sallyport.hsm.object.StoredForm;
import io.sallyport.hsm.object.WrappedObject;
import io.sallyport.hsm.seal.RootKey;
import io.sallyport.hsm.seal.Terms;

/** The vectors of wrapped-object.md, sealed under the domain that sealed-state.md gives. */
class StoredObjectVectorsTest {
    @TempDir
    private Path folder = Path.of("");
    private SpecVectors vectors = new SpecVectors();
    private final Workspace workspace = new Workspace(StoredForm.MATERIAL_BYTES_MAX);

    @BeforeEach
    void read() throws Exception {
        vectors = SpecVectors.of("wrapped-object.md", "sealed-state.md");
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void headersAreEncodedAndRead() throws Exception {
        List<ObjectHeader> headers =
                List.of(Samples.VECTOR_1, Samples.VECTOR_2, Samples.VECTOR_3);
        for (int i = 1; i <= headers.size(); i++) {
            ObjectHeader header = headers.get(i - 1);
            byte[] encoding = vectors.bytes("header-" + i);
            assertThat(HeaderCodec.encode(header)).isEqualTo(encoding);
            assertThat(HeaderCodec.decode(ByteBuffer.wrap(encoding))).isEqualTo(header);
        }
    }

    @Test
    void layoutIsRead() throws Exception {
        StoredForm first = StoredForm.parse(vectors.bytes("object-1"));
        assertThat(first.header()).isEqualTo(Samples.VECTOR_1);
        assertThat(first.origin()).isEqualTo(Origin.GENERATED);
        assertThat(first.term()).isEqualTo(1);
        assertThat(first.materialBytes()).isEqualTo(32);
        StoredForm second = StoredForm.parse(vectors.bytes("object-2"));
        assertThat(second.header()).isEqualTo(Samples.VECTOR_2);
        assertThat(second.origin()).isEqualTo(Origin.IMPORTED);
        assertThat(second.term()).isEqualTo(2);
        assertThat(second.materialBytes()).isZero();
    }

    @Test
    void materialIsOpened() throws Exception {
        try (Terms terms = terms("state-of-two-terms")) {
            ObjectSeal.Opened first = seal(terms).open(stored("object-1"));
            assertThat(Samples.bytes(first.material().asByteBuffer()))
                    .isEqualTo(vectors.bytes("material-1"));
            assertThat(seal(terms).open(stored("object-2")).materialBytes()).isZero();
        }
    }

    @Test
    void materialIsSealed() throws Exception {
        try (Terms terms = terms("state-of-one-term")) {
            ByteBuffer material = Samples.direct(vectors.bytes("material-1"));
            EngineResult.Wrapped sealed = seal(terms).seal(Samples.VECTOR_1, Origin.GENERATED,
                    MemorySegment.ofBuffer(material), vectors.bytes("nonce-1"));
            assertThat(sealed.object()).isEqualTo(stored("object-1"));
        }
        try (Terms terms = terms("state-of-two-terms")) {
            EngineResult.Wrapped sealed = seal(terms).seal(Samples.VECTOR_2, Origin.IMPORTED,
                    MemorySegment.ofBuffer(ByteBuffer.allocateDirect(0)),
                    vectors.bytes("nonce-2"));
            assertThat(sealed.object()).isEqualTo(stored("object-2"));
            assertThat(sealed.digest()).isNull();
        }
    }

    private ObjectSeal seal(Terms terms) {
        return new ObjectSeal(terms, workspace, new NonceSource(),
                new Xaes256Gcm(new JcaBridge()));
    }

    private WrappedObject stored(String name) throws Exception {
        return WrappedObject.parse(vectors.bytes(name));
    }

    private Terms terms(String stateName) throws Exception {
        Path state = privateFile(stateName);
        Terms terms = Terms.open(state, RootKey.read(privateFile("auto-unseal")),
                InstantSource.system());
        assertThat(terms.domain())
                .isEqualTo(UUID.fromString("00112233-4455-6677-8899-aabbccddeeff"));
        return terms;
    }

    private Path privateFile(String name) throws Exception {
        Path file = folder.resolve(name);
        Files.write(file, vectors.bytes(name));
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
}
