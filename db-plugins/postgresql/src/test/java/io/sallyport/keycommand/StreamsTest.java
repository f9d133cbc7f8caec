package io.sallyport.keycommand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamsTest {
    @TempDir
    private Path folder = Path.of("set by JUnit");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private Streams of(byte... in) {
        return new Streams(new ByteArrayInputStream(in), out);
    }

    @Test
    void inputIsReadToItsEndHoweverItComes() throws Exception {
        InputStream single = new ByteArrayInputStream(new byte[]{1, 2, 3}) {
            @Override
            public synchronized int read(byte[] into, int from, int length) {
                return super.read(into, from, 1);
            }
        };
        assertThat(new Streams(single, out).read(null, 3)).containsExactly(1, 2, 3);
        Path file = Files.write(folder.resolve("in"), new byte[]{4});
        assertThat(of().read(file, 3)).containsExactly(4);
    }

    @Test
    void emptyLongAndAbsentInputIsRefused() {
        assertThatThrownBy(() -> of().read(null, 3)).hasMessageContaining("empty");
        assertThatThrownBy(() -> of(new byte[4]).read(null, 3))
                .hasMessage("The input is longer than 3 bytes.");
        assertThatThrownBy(() -> of().read(folder.resolve("none"), 3))
                .hasMessageEndingWith("none does not exist.");
    }

    @Test
    void aFileIsReplacedWholeAndPrivate() throws Exception {
        Path file = Files.writeString(folder.resolve("key"), "older and longer");
        of().write(file, new byte[]{7});
        assertThat(file).hasBinaryContent(new byte[]{7});
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void whatCannotBeWrittenFails() {
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        assertThatThrownBy(
                () -> new Streams(InputStream.nullInputStream(), closed).write(null, new byte[1]))
                .isInstanceOf(KeyCommandException.class).hasMessageContaining("Broken pipe");
        assertThatThrownBy(() -> of().write(folder.resolve("no/such"), new byte[1]))
                .isInstanceOf(KeyCommandException.class);
    }
}
