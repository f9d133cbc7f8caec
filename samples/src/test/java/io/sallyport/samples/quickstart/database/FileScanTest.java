package io.sallyport.samples.quickstart.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scan that says "not there" must first be able to find. */
class FileScanTest {
    private static final byte[] MARKER = "marker".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void findsATextAtBeginEndAndInFoldersBelow() throws Exception {
        Files.writeString(folder.resolve("one"), "marker and marker");
        Files.writeString(Files.createDirectory(folder.resolve("below")).resolve("two"), "xmarker");
        assertThat(FileScan.of(folder, "marker")).isEqualTo(new FileScan(2, 24, 3));
    }

    @Test
    void findsATextAcrossTheBordersOfBlocks() throws Exception {
        for (int shift = 0; shift <= MARKER.length; shift++) {
            byte[] content = new byte[(1 << 20) + 100];
            System.arraycopy(MARKER, 0, content, (1 << 20) - shift, MARKER.length);
            Files.write(folder.resolve("block"), content);
            assertThat(FileScan.of(folder, "marker").hits()).as("shift %d", shift).isEqualTo(1);
        }
    }

    @Test
    void findsNothingWhereThereIsNothing() throws Exception {
        Files.write(folder.resolve("zeros"), new byte[3000]);
        assertThat(FileScan.of(folder, "marker").hits()).isZero();
    }
}
