package io.sallyport.gateway.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.sallyport.gateway.vault.JsonText.Member;

class JsonTextTest {

    private static Map<String, String> read(String text) throws MalformedJsonException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Map<String, String> found = new TreeMap<>();
        for (Member member : JsonText.members(ByteBuffer.wrap(bytes), 0, bytes.length)) {
            found.put(member.name(), new String(bytes, member.from(), member.length(),
                    StandardCharsets.UTF_8));
        }
        return found;
    }

    @Test
    void membersAreFoundWhereTheyLie() throws Exception {
        assertThat(read("{}")).isEmpty();
        assertThat(read(" { \"a\" : 1 ,\"b\":\"x\\\"}\", \"c\":{\"d\":[1,{}, [ ] ]}}\n"))
                .isEqualTo(Map.of("a", "1", "b", "\"x\\\"}\"", "c", "{\"d\":[1,{}, [ ] ]}"));
        assertThat(read("{\"\\u0061\\n\":true,\"ü\":null,\"\":-0.5e+7}")).isEqualTo(
                Map.of("a\n", "true", "ü", "null", "", "-0.5e+7"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{}}", "{} x", "{\"a\"}", "{\"a\":}", "{\"a\":1,}",
            "{a:1}", "{'a':1}", "{\"a\":01}", "{\"a\":1.}", "{\"a\":.5}", "{\"a\":-}",
            "{\"a\":tru}", "{\"a\":truex}", "{\"a\":\"x}", "{\"a\":\"\\x\"}",
            "{\"a\":\"\\u12g4\"}", "{\"a\":\"\n\"}", "{\"a\":1 \"b\":2}", "{\"a\":[1 2]}",
            "{\"a\":[1,]}", "{\"a\":1,\"a\":2}", "{\"a\":1,\"\\u0061\":2}", "{\"a\":NaN}",
            "{\"a\":1}{}", "\"a\""})
    void whatIsNoObjectIsRefused(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(MalformedJsonException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"80", "c0af", "c3", "c328", "e28028", "e0809f", "eda080", "f0808080",
            "f4908080", "f8", "ff", "e282"})
    void bytesThatAreNoTextAreRefused(String hexadecimal) {
        byte[] inner = HexFormat.of().parseHex(hexadecimal);
        ByteBuffer text = ByteBuffer.allocate(inner.length + 8).put("{\"a\":\"".getBytes(
                StandardCharsets.US_ASCII)).put(inner).put("\"}".getBytes(
                        StandardCharsets.US_ASCII))
                .flip();
        assertThatThrownBy(() -> JsonText.members(text, 0, text.limit()))
                .isInstanceOf(MalformedJsonException.class);
    }

    @Test
    void depthNumberAndNamesHaveLimits() throws Exception {
        assertThat(read("{\"a\":" + "[".repeat(15) + "]".repeat(15) + "}")).hasSize(1);
        for (String bomb : List.of("{\"a\":" + "[".repeat(16) + "]".repeat(16) + "}",
                "{\"a\":[" + "0,".repeat(1_000) + "0]}",
                "{\"" + "n".repeat(257) + "\":0}")) {
            assertThatThrownBy(() -> read(bomb)).isInstanceOf(MalformedJsonException.class);
        }
    }

    @Test
    void everyPrefixOfAGoodTextIsRefused() {
        String good = "{\"data\":{\"key\":\"A\\u00fc=\"},\"options\":{\"cas\":12}}";
        for (int length = 0; length < good.length(); length++) {
            String cut = good.substring(0, length);
            assertThatThrownBy(() -> read(cut)).as(cut)
                    .isInstanceOf(MalformedJsonException.class);
        }
    }
}
