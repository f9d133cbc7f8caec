package io.sallyport.gateway.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.sallyport.gateway.dialect.Dialect.Scene;
import io.sallyport.gateway.dialect.Dialect.Step;

/** The files of dialects say what they mean, and what is wrong in one is found. */
class DialectFileTest {
    private static final List<String> HEAD =
            List.of("client C", "reader standard", "tls 1.2", "name ignored", "facts none");

    @Test
    void everyFileIsReadAndSaysWhereItsFactsAreFrom() throws IOException {
        List<Dialect> all = DialectFile.all();
        assertThat(all).isNotEmpty();
        for (Dialect dialect : all) {
            assertThat(AnswerReader.named(dialect.reader())).as(dialect.name()).isNotNull();
            assertThat(dialect.facts()).as(dialect.name()).isNotEmpty();
            assertThat(dialect.scenes().keySet()).as(dialect.name()).contains("create",
                    "restart", "outage", "wrong identity");
            assertThat(dialect.tls()).as(dialect.name()).isIn("1.2", "1.3");
        }
    }

    @Test
    void everyRequestOfAFileCanBeRead() throws Exception {
        for (Dialect dialect : DialectFile.all()) {
            RequestWriter writer = new RequestWriter(new AnyVariables());
            for (Scene scene : dialect.scenes().values()) {
                for (Step step : scene.steps()) {
                    if (step instanceof Step.Exchange exchange) {
                        Asked asked = Asked.of(writer.write(exchange.request()));
                        assertThat(asked.items()).as(exchange.title()).isNotEmpty();
                    }
                }
            }
        }
    }

    /** Stands for what would have been kept. */
    private static final class AnyVariables extends Variables {
        @Override
        WireValue get(String name) {
            return WireValue.text(name);
        }
    }

    @Test
    void theFormOfAValueSaysItsType() {
        assertThat(written("  BatchCount 1"))
                .isEqualTo("42000d02" + "00000004" + "0000000100000000");
        assertThat(written("  Operation Get"))
                .isEqualTo("42005c05" + "00000004" + "0000000a00000000");
        assertThat(written("  AttributeValue Operation.Get"))
                .isEqualTo("42000b05" + "00000004" + "0000000a00000000");
        assertThat(written("  AttributeValue 0x8000000a"))
                .isEqualTo("42000b05" + "00000004" + "8000000a00000000");
        assertThat(written("  AttributeName \"a, {\\\"}\""))
                .isEqualTo("42000a07" + "00000006" + "612c207b227d0000");
        assertThat(written("  Data x'00ff'"))
                .isEqualTo("4200c208" + "00000002" + "00ff000000000000");
        assertThat(written("  RandomIV true"))
                .isEqualTo("4200c506" + "00000008" + "0000000000000001");
        assertThat(written("  TimeStamp @2"))
                .isEqualTo("42009209" + "00000008" + "0000000000000002");
        assertThat(written("  LeaseTime 9s"))
                .isEqualTo("4200490a" + "00000004" + "0000000900000000");
        assertThat(written("  UsageLimitsCount 5L"))
                .isEqualTo("42009603" + "00000008" + "0000000000000005");
        assertThat(written("  raw 0102ff")).isEqualTo("0102ff");
    }

    @Test
    void bracesAndIndentationSayTheSame() {
        assertThat(written("  ProtocolVersion", "    ProtocolVersionMajor 1",
                "    ProtocolVersionMinor 4"))
                .isEqualTo(written(
                        "  ProtocolVersion { ProtocolVersionMajor 1, ProtocolVersionMinor 4 }"));
        assertThat(written("  ResponsePayload")).isEqualTo("42007c0100000000");
        assertThat(written("  ResponsePayload { }")).isEqualTo("42007c0100000000");
    }

    @Test
    void partsAreFilledIn() {
        List<String> file = new ArrayList<>(HEAD);
        file.addAll(List.of("part name NAME TYPE", "  NameValue NAME", "  NameType TYPE",
                "scene create", "send x", "  AttributeValue { part name \"NAMED\" URI }",
                "  part name \"b\" URI", "answer"));
        Step.Exchange exchange = (Step.Exchange) DialectFile.parse("x", file).scene("create")
                .steps().getFirst();
        assertThat(exchange.request()).isEqualTo(((Step.Exchange) DialectFile.parse("x",
                with("  AttributeValue { NameValue \"NAMED\", NameType URI }",
                        "  NameValue \"b\"", "  NameType URI"))
                .scene("create").steps().get(1)).request());
    }

    @Test
    void whatIsKeptIsSentAgain() {
        String hex = written("  Data random(16) keep a", "  IVCounterNonce $a", "  Data $a||$a");
        assertThat(hex.substring(16, 48)).isEqualTo(hex.substring(64, 96))
                .isNotEqualTo("0".repeat(32));
        assertThat(hex.substring(112)).isEqualTo(hex.substring(16, 48).repeat(2));
    }

    private static List<String> with(String... lines) {
        List<String> file = new ArrayList<>(HEAD);
        file.addAll(List.of("scene create", "connect", "send x"));
        file.addAll(List.of(lines));
        file.addAll(List.of("answer", "  BatchItem"));
        return file;
    }

    private static String written(String... lines) {
        Dialect dialect = DialectFile.parse("x", with(lines));
        Step.Exchange exchange = (Step.Exchange) dialect.scene("create").steps().get(1);
        return HexFormat.of()
                .formatHex(new RequestWriter(new Variables()).write(exchange.request()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"scene birthday", "sned x", "send x", "send", "reader standard",
            "scene create|send x|  NoSuchTag 1|answer",
            "scene create|send x|  Operation NoSuchOperation|answer",
            "scene create|send x|  part b|answer",
            "part b ID|  Data ID|scene create|send x|  part b|answer",
            "scene create|send x|  BatchCount 1 1|answer",
            "scene create|send x|  BatchCount \"1|answer",
            "scene create|scene create", "scene create|send x|  BatchItem|connect"})
    void whatIsWrongIsRefused(String lines) {
        List<String> file = new ArrayList<>(HEAD);
        file.addAll(List.of(lines.split("\\|", -1)));
        assertThatThrownBy(() -> DialectFile.parse("x", file))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
