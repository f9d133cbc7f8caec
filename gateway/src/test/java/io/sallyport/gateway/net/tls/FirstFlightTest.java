package io.sallyport.gateway.net.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;

import org.junit.jupiter.api.Test;

import io.sallyport.gateway.net.tls.FirstFlight.Kind;

final class FirstFlightTest {

    @Test
    void theOfferOfTheJdkIsRead() throws Exception {
        FirstFlight flight = FirstFlight.of(hello("TLSv1.3", "TLSv1.2"));
        assertThat(flight.kind()).isEqualTo(Kind.TLS);
        assertThat(flight.versions()).containsExactly("TLSv1.3", "TLSv1.2");
        assertThat(flight.suites()).contains("TLS_AES_256_GCM_SHA384",
                "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256");
        assertThat(flight.serverName()).isEqualTo("kms.example.org");
    }

    @Test
    void withoutExtensionTheOldFieldIsTheVersion() throws Exception {
        assertThat(FirstFlight.of(hello("TLSv1.2")).versions()).containsExactly("TLSv1.2");
        byte[] old = HexFormat.of().parseHex("160301002f0100002b0302" + "00".repeat(32) + "00"
                + "0004c0145600" + "0100");
        FirstFlight flight = FirstFlight.of(old);
        assertThat(flight.versions()).containsExactly("TLSv1.1");
        assertThat(flight.suites()).containsExactly("TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA");
    }

    @Test
    void whatIsCutOffAnywhereIsReadAsFarAsItGoes() throws Exception {
        byte[] whole = hello("TLSv1.3", "TLSv1.2");
        for (int length = 0; length <= whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatCode(() -> FirstFlight.of(part)).as("%d bytes", length)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void changedBytesNeverFailAndNeverGrow() throws Exception {
        byte[] whole = hello("TLSv1.3", "TLSv1.2");
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            byte[] changed = whole.clone();
            for (int j = 0; j < 4; j++) {
                changed[1 + random.nextInt(changed.length - 1)] = (byte) random.nextInt();
            }
            FirstFlight flight = FirstFlight.of(changed);
            assertThat(flight.versions()).hasSizeLessThanOrEqualTo(8);
            assertThat(flight.suites()).hasSizeLessThanOrEqualTo(48);
            String name = flight.serverName();
            assertThat(name == null ? 0 : name.length()).isLessThanOrEqualTo(255);
        }
    }

    @Test
    void otherLanguagesAreToldApartByTheirFirstBytes() {
        assertThat(FirstFlight.of(HexFormat.of().parseHex("4200780100000058")).kind())
                .isEqualTo(Kind.KMIP);
        assertThat(FirstFlight.of("POST /km".getBytes(StandardCharsets.US_ASCII)).kind())
                .isEqualTo(Kind.HTTP);
        assertThat(FirstFlight.of(new byte[]{1, 2, 3}).kind()).isEqualTo(Kind.OTHER);
        assertThat(FirstFlight.of(null)).isEqualTo(FirstFlight.UNSEEN);
    }

    @Test
    void ofWhatIsNoTlsEightBytesAreKept() {
        assertThat(FirstFlight.bytesMax((byte) 0x42)).isEqualTo(8);
        assertThat(FirstFlight.bytesMax((byte) 22)).isEqualTo(2048);
    }

    private static byte[] hello(String... protocols) throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, null, null);
        SSLEngine engine = context.createSSLEngine();
        engine.setUseClientMode(true);
        engine.setEnabledProtocols(protocols);
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setServerNames(List.of(new SNIHostName("kms.example.org")));
        engine.setSSLParameters(parameters);
        engine.beginHandshake();
        ByteBuffer out = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
        engine.wrap(ByteBuffer.allocate(0), out);
        byte[] bytes = new byte[out.flip().remaining()];
        out.get(bytes);
        return bytes;
    }
}
