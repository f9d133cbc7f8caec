package io.sallyport.ignite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerSettingsTest {
    @Test
    void serversKeepTheirOrder() throws Exception {
        ServerSettings.Builder settings = complete();
        settings.servers("one:5696, two:1 ,[::1]:3");
        assertThat(settings.build().servers()).containsExactly(
                InetSocketAddress.createUnresolved("one", 5696),
                InetSocketAddress.createUnresolved("two", 1),
                InetSocketAddress.createUnresolved("::1", 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "host", "host:", ":1", "host:x", "host:70000", "a:1,,b:2"})
    void whatIsNoListOfServersIsRefused(String servers) {
        ServerSettings.Builder settings = complete();
        settings.servers(servers);
        assertThatThrownBy(settings::build).isInstanceOf(MasterKeyException.class)
                .hasMessageContaining("host:port");
    }

    @Test
    void halfAnIdentityIsRefused() {
        ServerSettings.Builder settings = ServerSettings.builder();
        settings.caCertificate(Path.of("ca.pem"));
        settings.clientCertificate(Path.of("client.pem"));
        assertRefused(settings);
    }

    @Test
    void twoIdentitiesAreRefused() {
        ServerSettings.Builder settings = complete();
        settings.clientKeyStore(Path.of("client.p12"));
        assertRefused(settings);
    }

    @Test
    void passwordIsNotPrinted() throws Exception {
        ServerSettings.Builder settings = ServerSettings.builder();
        settings.servers("one:1");
        settings.caCertificate(Path.of("ca.pem"));
        settings.clientKeyStore(Path.of("client.p12"));
        settings.clientKeyStorePassword("geheim".toCharArray());
        assertThat(settings.build().toString()).doesNotContain("geheim");
    }

    private static void assertRefused(ServerSettings.Builder settings) {
        settings.servers("one:1");
        assertThatThrownBy(settings::build).isInstanceOf(MasterKeyException.class)
                .hasMessageContaining("clientKeyStoreFile");
    }

    private static ServerSettings.Builder complete() {
        ServerSettings.Builder settings = ServerSettings.builder();
        settings.servers("one:1");
        settings.caCertificate(Path.of("ca.pem"));
        settings.clientCertificate(Path.of("client.pem"));
        settings.clientKey(Path.of("client-key.pem"));
        return settings;
    }
}
