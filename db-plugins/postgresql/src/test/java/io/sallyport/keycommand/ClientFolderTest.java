package io.sallyport.keycommand;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientFolderTest {
    @TempDir
    private Path folder = Path.of("set by JUnit");

    private void key(String mode) throws Exception {
        Path key = Files.writeString(folder.resolve("client-key.pem"), "not a key");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString(mode));
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> new ClientFolder(folder).tls())
                .hasMessageContaining("client-key.pem is missing");
    }

    @Test
    void aKeyThatEverybodyCanReadIsNotUsed() throws Exception {
        key("rw-r--r--");
        assertThatThrownBy(() -> new ClientFolder(folder).tls())
                .hasMessageContaining("chmod 600");
        key("rw-----w-");
        assertThatThrownBy(() -> new ClientFolder(folder).tls())
                .hasMessageContaining("chmod 600");
    }

    @Test
    void aFileWithOtherContentIsNamed() throws Exception {
        key("rw-r-----");
        Files.writeString(folder.resolve("ca.pem"), "not a certificate");
        Files.writeString(folder.resolve("client.pem"), "not a certificate");
        assertThatThrownBy(() -> new ClientFolder(folder).tls())
                .isInstanceOf(KeyCommandException.class)
                .hasMessageContaining("can't be used");
    }
}
