package io.sallyport.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ClientFilesTest {

    @Test
    void writesWhatDatabasesReadAndNothingTwice(@TempDir Path folder) throws Exception {
        CertificateAuthority authority = CertificateAuthority.create("Test CA",
                Clock.systemUTC());
        Identity client = authority.issueClient("db1", List.of(), Duration.ofDays(1));
        Path out = folder.resolve("out");
        ClientFiles.write(out, client, authority.certificate(), "s3cret".toCharArray());

        assertThat(mode(out)).isEqualTo("rwx------");
        assertThat(mode(out.resolve("client-key.pem"))).isEqualTo("rw-------");
        assertThat(mode(out.resolve("client.p12"))).isEqualTo("rw-------");
        assertThat(PemFiles.readCertificate(out.resolve("ca.pem")))
                .isEqualTo(authority.certificate());
        Identity read = PemFiles.read(out.resolve("client.pem"), out.resolve("client-key.pem"));
        assertThat(read.certificate()).isEqualTo(client.certificate());
        assertThat(read.key()).isEqualTo(client.key());

        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(out.resolve("client.p12"))) {
            store.load(in, "s3cret".toCharArray());
        }
        assertThat(store.getKey(ClientFiles.ALIAS, "s3cret".toCharArray()))
                .isEqualTo(client.key());
        assertThat(store.getCertificateChain(ClientFiles.ALIAS)).hasSize(2);

        assertThat(ClientFiles.existing(out)).hasValue(out.resolve("ca.pem"));
        assertThatThrownBy(() -> ClientFiles.write(out, client, authority.certificate(),
                "changeit".toCharArray())).isInstanceOf(FileAlreadyExistsException.class);
    }

    private static String mode(Path file) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
