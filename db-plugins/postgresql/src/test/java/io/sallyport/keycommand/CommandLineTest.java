package io.sallyport.keycommand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.sallyport.keycommand.KeyCommand.Format;
import io.sallyport.keycommand.KeyCommandException.WrongUsage;
import io.sallyport.kmip.client.ServerAddress;

class CommandLineTest {
    private static final Map<String, String> PLACES = Map.of("SALLYPORT_SERVER", "kms",
            "SALLYPORT_CLIENT", "/etc/db");
    private static final KeyCommand.Gateway GATEWAY = new KeyCommand.Gateway(
            List.of(new ServerAddress("kms", 5696)), Path.of("/etc/db"), Duration.ofSeconds(10));

    private static KeyCommand parse(String line) throws WrongUsage {
        return CommandLine.parse(List.of(line.split(" ")), PLACES);
    }

    @Test
    void everyCommandHasItsOptions() throws WrongUsage {
        assertThat(parse("wrap --key k --in a --out=b")).isEqualTo(
                new KeyCommand.Wrap(GATEWAY, "k", Path.of("a"), Path.of("b")));
        assertThat(parse("unwrap")).isEqualTo(new KeyCommand.Unwrap(GATEWAY, null, null));
        assertThat(parse("getkey --key k --format raw")).isEqualTo(
                new KeyCommand.GetKey(GATEWAY, "k", Format.RAW, null));
        assertThat(parse("getkey --key k=v")).isEqualTo(
                new KeyCommand.GetKey(GATEWAY, "k=v", Format.HEX, null));
    }

    @Test
    void anArgumentGoesBeforeTheEnvironment() throws WrongUsage {
        assertThat(parse("unwrap --server other:1 --client here --timeout 7").gateway())
                .isEqualTo(new KeyCommand.Gateway(List.of(new ServerAddress("other", 1)),
                        Path.of("here"), Duration.ofSeconds(7)));
    }

    @ParameterizedTest
    @CsvSource({"kms, kms, 5696", "kms:1, kms, 1", "10.0.0.1:65535, 10.0.0.1, 65535",
            "[::1]:7, ::1, 7", "[fe80::2], fe80::2, 5696", "fe80::2, fe80::2, 5696"})
    void serversAreNamesOrAddresses(String text, String host, int port) throws WrongUsage {
        assertThat(parse("unwrap --server a," + text).gateway().servers())
                .containsExactly(new ServerAddress("a", 5696), new ServerAddress(host, port));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mop", "wrap", "wrap --key", "wrap --key=", "wrap --format hex --key k",
            "unwrap --key k", "unwrap --in a --in b", "unwrap -x", "unwrap file",
            "getkey --key k --in a", "getkey --key k --format base64", "unwrap --timeout 0",
            "unwrap --timeout soon", "unwrap --timeout 3601", "unwrap --server a,,b",
            "unwrap --server a:0", "unwrap --server a:65536", "unwrap --server a:b",
            "unwrap --server :1", "unwrap --server=", "unwrap --client="})
    void whatCannotBeMeantIsWrongUsage(String line) {
        assertThatThrownBy(() -> parse(line)).isInstanceOf(WrongUsage.class)
                .message().endsWith(".").doesNotContain("\n");
    }

    @Test
    void placesMustBeKnown() {
        assertThatThrownBy(() -> CommandLine.parse(List.of("unwrap"), Map.of()))
                .hasMessage("--server is missing; give it, or set SALLYPORT_SERVER.");
        assertThatThrownBy(() -> CommandLine.parse(List.of(), PLACES))
                .isInstanceOf(WrongUsage.class);
    }
}
