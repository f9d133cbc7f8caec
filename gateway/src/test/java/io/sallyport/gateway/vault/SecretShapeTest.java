package io.sallyport.gateway.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.sallyport.gateway.vault.JsonText.Member;
import io.sallyport.kmip.ttlv.ByteSlice;

class SecretShapeTest {
    private static final long SEED = 20_261_127;

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private static SecretShape shape(String text) throws Exception {
        ByteBuffer body = bytes(text);
        return SecretShape.of(body, JsonText.members(body, 0, body.limit()));
    }

    @Test
    void aKeyIsWrittenAsItWasRead() throws Exception {
        Random random = new Random(SEED);
        for (int length : List.of(16, 24, 32)) {
            for (int round = 0; round < 100; round++) {
                byte[] key = new byte[length];
                random.nextBytes(key);
                String base64 = Base64.getEncoder().encodeToString(key);
                check(SecretShape.MARIADB,
                        "{\"data\":\"" + HexFormat.of().formatHex(key) + "\"}", key);
                check(SecretShape.PG_TDE, "{\"key\":\"" + base64 + "\"}", key);
                check(SecretShape.MYSQL, "{\"type\":\"AES\",\"value\":\"" + base64 + "\"}", key);
                check(SecretShape.MONGODB, "{\"value\":\"" + base64 + "\"}", key);
            }
        }
    }

    private static void check(SecretShape wanted, String text, byte[] key) throws Exception {
        ByteBuffer body = bytes(text);
        List<Member> members = JsonText.members(body, 0, body.limit());
        assertThat(SecretShape.of(body, members)).isEqualTo(wanted);
        assertThat(wanted.keyBytes(body, members)).isEqualTo(key.length);
        ByteBuffer decoded = ByteBuffer.allocate(key.length);
        wanted.decode(body, members, decoded);
        assertThat(decoded.array()).isEqualTo(key);
        ByteBuffer encoded = ByteBuffer.allocate(wanted.encodedLength(key.length));
        wanted.encode(ByteSlice.of(key), encoded);
        assertThat(new String(encoded.array(), StandardCharsets.US_ASCII)).isEqualTo(text);
    }

    /** Each of these would be read back as something else. */
    @ParameterizedTest
    @ValueSource(strings = {"{\"data\":\"00112233445566778899AABBCCDDEEFF\"}",
            "{\"data\":\"00112233445566778899aabbccddee\"}", "{\"data\":\"\"}", "{\"data\":1}",
            "{\"data\":\"0011223344556677889\\u0039aabbccddeeff\"}",
            "{\"data\":\"00112233445566778899aabbccddeeff\",\"more\":1}",
            "{\"data\":\"00112233445566778899aabbccddeefg\"}", "{}",
            "{\"key\":\"AAAAAAAAAAAAAAAAAAAAAB==\"}", "{\"key\":\"AAAAAAAAAAAAAAAAAAAAAA\"}",
            "{\"key\":\"AAAAAAAAAAAAAAAAAAA_AA==\"}", "{\"key\":\"AAAA=AAAAAAAAAAAAAAAAA==\"}",
            "{\"key\":\"====\"}", "{\"key\":[\"AAAAAAAAAAAAAAAAAAAAAA==\"]}",
            "{\"type\":\"RSA\",\"value\":\"AAAAAAAAAAAAAAAAAAAAAA==\"}",
            "{\"type\":\"AES\",\"value\":\"AAAA\"}", "{\"password\":\"correct horse\"}"})
    void anythingElseIsADocument(String text) throws Exception {
        assertThat(shape(text)).isEqualTo(SecretShape.DOCUMENT);
    }

    @Test
    void namesAreKnown() {
        assertThat(SecretShape.names()).containsExactly("mariadb", "pg-tde", "mysql", "mongodb");
        assertThat(SecretShape.named("mysql")).contains(SecretShape.MYSQL);
        assertThat(SecretShape.named("MySQL")).isEmpty();
    }
}
