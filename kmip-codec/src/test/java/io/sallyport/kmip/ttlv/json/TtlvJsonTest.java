package io.sallyport.kmip.ttlv.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.sallyport.kmip.model.Items;
import io.sallyport.kmip.model.KmipNames;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.ttlv.Gen;
import io.sallyport.kmip.ttlv.TtlvItem;
import io.sallyport.kmip.ttlv.TtlvLimits;

class TtlvJsonTest {
    private static final TtlvJson JSON = new TtlvJson(KmipNames.INSTANCE);
    private static final TtlvLimits SMALL = new TtlvLimits(400, 3, 6, 16, 2);

    @Test
    void randomItemsComeBack() throws TtlvJsonFault {
        for (long seed : Gen.seeds(500)) {
            TtlvItem item = new Gen(seed).item(4);
            assertThat(Items.equal(read(JSON.write(item)), item)).as("seed %d", seed).isTrue();
        }
    }

    @Test
    void masksAndEnumerationsAreWrittenByName() throws TtlvJsonFault {
        TtlvItem mask = new TtlvItem.IntegerItem(Tag.CRYPTOGRAPHIC_USAGE_MASK, 0x0C);
        assertThat(JSON.write(mask)).isEqualTo("{\"tag\":\"CryptographicUsageMask\","
                + "\"type\":\"Integer\",\"value\":\"Encrypt|Decrypt\"}");
        assertThat(read(JSON.write(mask))).isEqualTo(mask);
        TtlvItem operation = new TtlvItem.EnumerationItem(Tag.OPERATION, 0x18);
        assertThat(JSON.write(operation)).endsWith("\"value\":\"Query\"}");
    }

    /** The forms that the profile allows beside the one that is written. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"Integer;8;8", "Integer;\"0x00000008\";8",
            "Integer;-1;-1", "Integer;\"0xFFFFFFFF\";-1", "LongInteger;8;8",
            "LongInteger;\"0x0000000000000008\";8", "Enumeration;8;8",
            "Enumeration;\"0x00000008\";8", "Interval;8;8", "Interval;\"0x00000008\";8",
            "DateTime;8;8", "DateTime;\"0x0000000000000008\";8",
            "DateTime;\"1970-01-01T00:00:08+00:00\";8",
            "DateTimeExtended;\"0x0000000000000008\";8"})
    void numbersAreReadInEveryForm(String type, String written, long value)
            throws TtlvJsonFault {
        TtlvItem item = read("{\"tag\":\"0x420020\",\"type\":\"" + type + "\",\"value\":" + written
                + "}");
        assertThat(number(item)).isEqualTo(value);
    }

    @Test
    void booleansAndBigIntegersAreReadInEveryForm() throws TtlvJsonFault {
        assertThat(read("{\"tag\":\"Fresh\",\"type\":\"Boolean\",\"value\":true}"))
                .isEqualTo(new TtlvItem.BooleanItem(Tag.FRESH, true));
        assertThat(read("{\"tag\":\"Fresh\",\"type\":\"Boolean\","
                + "\"value\":\"0x0000000000000000\"}"))
                .isEqualTo(new TtlvItem.BooleanItem(Tag.FRESH, false));
        TtlvItem.BigIntegerItem big = (TtlvItem.BigIntegerItem) read(
                "{\"tag\":\"Modulus\",\"type\":\"BigInteger\",\"value\":-2}");
        assertThat(big.twosComplement().toByteArray()).isEqualTo(
                new byte[]{-1, -1, -1, -1, -1, -1, -1, -2});
    }

    @Test
    void structuresNeedNoType() throws TtlvJsonFault {
        TtlvItem expected = Items.structure(Tag.ATTRIBUTES,
                new TtlvItem.BooleanItem(Tag.FRESH, true));
        String value = "[{\"tag\":\"Fresh\",\"type\":\"Boolean\",\"value\":true}]";
        assertThat(Items.equal(read("{\"tag\":\"Attributes\",\"value\":" + value + "}"), expected))
                .isTrue();
        assertThat(Items.equal(read(" { \"value\" : " + value + " , \"type\" : \"Structure\","
                + "\"tag\":\"Attributes\"}\n"), expected)).isTrue();
    }

    @Test
    void textsMayHoldEveryCharacter() throws TtlvJsonFault {
        TtlvItem item = Items.text(Tag.RESULT_MESSAGE, "\"\\/\b\f\n\r\t\u0001é\uD83D\uDE00");
        assertThat(Items.equal(read(JSON.write(item)), item)).isTrue();
        assertThat(Items.equal(read("{\"tag\":\"ResultMessage\",\"type\":\"TextString\","
                + "\"value\":\"\\u0041\\uD83D\\uDE00\\/\"}"),
                Items.text(Tag.RESULT_MESSAGE, "A\uD83D\uDE00/"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "{}x", "[1,]", "{\"a\":1,}", "{a:1}", "{\"a\" 1}",
            "{\"a\":1 \"b\":2}", "[1 2]", "01", "1.", "-", "+1", ".5", "1e", "nul", "truE", "'a'",
            "\"a", "\"\\x\"", "\"\\u12g4\"", "\"\\u12\"", "\"\\uD83D\"", "\"\\uDE00\"",
            "\"\u0001\"", "/* */1", "NaN", "\uFEFF1", "{\"tag\":1,\"tag\":2}"})
    void whatIsNoJsonIsRefused(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(TtlvJsonFault.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "[]", "null", "\"a\"", "{}",
            "{\"tag\":\"Fresh\",\"type\":\"Boolean\"}", "{\"type\":\"Boolean\",\"value\":true}",
            "{\"tag\":\"NoSuchTag\",\"type\":\"Boolean\",\"value\":true}",
            "{\"tag\":\"0x1420001\",\"type\":\"Boolean\",\"value\":true}",
            "{\"tag\":\"0xZZ\",\"type\":\"Boolean\",\"value\":true}",
            "{\"tag\":\"Fresh\",\"type\":\"boolean\",\"value\":true}",
            "{\"tag\":\"Fresh\",\"type\":6,\"value\":true}",
            "{\"tag\":\"Fresh\",\"type\":\"Boolean\",\"value\":\"0x02\"}",
            "{\"tag\":\"Fresh\",\"type\":\"Boolean\",\"value\":null}",
            "{\"tag\":\"Fresh\",\"type\":\"Boolean\",\"value\":true,\"more\":1}",
            "{\"tag\":\"BatchCount\",\"type\":\"Integer\",\"value\":1.5}",
            "{\"tag\":\"BatchCount\",\"type\":\"Integer\",\"value\":2147483648}",
            "{\"tag\":\"BatchCount\",\"type\":\"Integer\",\"value\":true}",
            "{\"tag\":\"Data\",\"type\":\"ByteString\",\"value\":\"0\"}",
            "{\"tag\":\"Data\",\"type\":\"ByteString\",\"value\":\"0g\"}",
            "{\"tag\":\"Data\",\"type\":\"ByteString\",\"value\":0}",
            "{\"tag\":\"Modulus\",\"type\":\"BigInteger\",\"value\":\"0x01\"}",
            "{\"tag\":\"Modulus\",\"type\":\"BigInteger\",\"value\":\"\"}",
            "{\"tag\":\"Operation\",\"type\":\"Enumeration\",\"value\":\"NoSuchOperation\"}",
            "{\"tag\":\"TimeStamp\",\"type\":\"DateTime\",\"value\":\"yesterday\"}",
            "{\"tag\":\"Attributes\",\"value\":{}}", "{\"tag\":\"Attributes\",\"value\":[1]}"})
    void whatIsNoItemIsRefused(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(TtlvJsonFault.class);
    }

    @Test
    void theBudgetsHold() {
        refused("{\"tag\":\"Attributes\",\"value\":[" + " ".repeat(400) + "]}", "longer");
        refused("[".repeat(7) + "]".repeat(7), "deeper");
        refused("[" + "1,".repeat(30) + "1]", "more values");
        refused("{\"tag\":\"ResultMessage\",\"type\":\"TextString\",\"value\":\""
                + "a".repeat(17) + "\"}", "form of its type");
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        assertThatThrownBy(() -> JSON.read(ByteBuffer.wrap(new byte[]{'"', (byte) 0xC3, '"'}),
                TtlvLimits.DEFAULT)).isInstanceOf(TtlvJsonFault.class)
                .hasMessageContaining("UTF-8");
    }

    @Test
    void aFaultQuotesNothing() {
        assertThatThrownBy(() -> read("{\"tag\":\"Data\",\"type\":\"ByteString\","
                + "\"value\":\"secret\"}")).hasMessageNotContaining("secret");
    }

    private static void refused(String text, String why) {
        assertThatThrownBy(() -> JSON.read(bytes(text), SMALL)).isInstanceOf(TtlvJsonFault.class)
                .hasMessageContaining(why);
    }

    private static long number(TtlvItem item) {
        return switch (item) {
            case TtlvItem.IntegerItem i -> i.value();
            case TtlvItem.LongIntegerItem i -> i.value();
            case TtlvItem.EnumerationItem i -> i.value();
            case TtlvItem.IntervalItem i -> i.seconds();
            case TtlvItem.DateTimeItem i -> i.epochSeconds();
            case TtlvItem.DateTimeExtendedItem i -> i.micros();
            default -> throw new AssertionError("no number");
        };
    }

    private static TtlvItem read(String text) throws TtlvJsonFault {
        return JSON.read(bytes(text), TtlvLimits.DEFAULT);
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
