package io.sallyport.gateway.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Readers take what is right and object to every fault that is planted in an answer. */
class AnswerReaderTest {
    private static final String STATE =
            "      Attribute { AttributeName \"State\", AttributeValue State.Active }";

    @ParameterizedTest
    @ValueSource(strings = {"standard", "libkmip", "psmdb", "kmipclient", "batches"})
    void whatIsRightIsTaken(String reader) throws Objection {
        for (int minor = 0; minor <= 4; minor++) {
            AnswerReader.named(reader).read(Planted.stateAsked(minor, 8192),
                    Planted.received(Planted.state(minor)));
            AnswerReader.named(reader).read(Planted.keyAsked(minor),
                    Planted.received(Planted.key(minor)));
            AnswerReader.named(reader).read(Planted.listAsked(minor),
                    Planted.received(Planted.located(minor, "a", "b")));
        }
        AnswerReader.named(reader).read(Planted.keyAsked(0),
                Planted.received(Planted.failure("Get", "ItemNotFound")));
    }

    @Test
    void whatIsOfALaterVersionIsFound() {
        objects("standard", 0, swapped(Planted.state(0), STATE,
                "      Attribute { AttributeName \"Fresh\", AttributeValue true }"), "'Fresh'");
        objects("standard", 0, swapped(Planted.state(0), STATE,
                "      Attribute { AttributeName \"Sensitive\", AttributeValue true }"),
                "'Sensitive'");
        objects("standard", 4, swapped(Planted.state(4), STATE,
                "      Attribute { AttributeName \"Protection Level\", AttributeValue 0x1 }"),
                "'Protection Level'");
        // The form that attributes have in 2.x.
        objects("standard", 0,
                swapped(Planted.state(0), STATE, "      Attributes { State Active }"),
                "Attributes");
        objects("standard", 0, swapped(Planted.state(0), STATE,
                "      Attribute { AttributeName \"State\", AttributeValue 0x7 }"), "0x00000007");
        List<String> failure = Planted.failure("GetAttributes", "ItemNotFound");
        objects("standard", 0, swapped(failure, "    ResultReason ItemNotFound",
                "    ResultReason ObjectNotFound"), "ResultReason is 0x");
    }

    @Test
    void locatedItemsBefore13AreFound() throws Objection {
        List<String> lines = swapped(Planted.located(3, "a"),
                "    ResponsePayload", "    ResponsePayload", "      LocatedItems 1");
        AnswerReader.named("libkmip").read(Planted.listAsked(3), Planted.received(lines));
        List<String> old = swapped(Planted.located(2, "a"),
                "    ResponsePayload", "    ResponsePayload", "      LocatedItems 1");
        assertThatThrownBy(() -> AnswerReader.named("libkmip").read(Planted.listAsked(2),
                Planted.received(old))).isInstanceOf(Objection.class)
                .hasMessageContaining("LocatedItems in Locate is newer than 1.2");
    }

    @Test
    void whatIsMissingIsFound() {
        objects("libkmip", 0, without(Planted.state(0), "    TimeStamp @1800000000"),
                "ResponseHeader has no TimeStamp");
        objects("libkmip", 0, without(Planted.state(0), "    Operation GetAttributes"),
                "BatchItem has no Operation");
        objects("libkmip", 0,
                without(Planted.failure("GetAttributes", "ItemNotFound"),
                        "    Operation GetAttributes"),
                "BatchItem has no Operation");
        objects("libkmip", 0, without(Planted.state(0), "    ResultStatus Success"),
                "BatchItem has no ResultStatus");
        objects("libkmip", 0, swapped(Planted.state(0), "    ResultStatus Success",
                "    ResultStatus OperationFailed"), "a failure has no reason");
        objects("libkmip", 0, without(Planted.state(0), STATE),
                "not exactly the attribute that was asked for");
    }

    @Test
    void aFieldOutOfItsPlaceIsFound() {
        List<String> header = without(Planted.state(0), "    TimeStamp @1800000000");
        header.add(header.indexOf("    BatchCount 1") + 1, "    TimeStamp @1800000000");
        objects("libkmip", 0, header, "ResponseHeader has no TimeStamp in its place: BatchCount");
        List<String> item = without(Planted.state(0), "    ResultStatus Success");
        item.add(item.indexOf("    Operation GetAttributes"), "    ResultStatus Success");
        objects("libkmip", 0, item, "BatchItem has no Operation in its place: ResultStatus");
        List<String> payload = without(Planted.state(0), STATE);
        payload.add(payload.indexOf("    ResponsePayload") + 1, STATE);
        objects("libkmip", 0, payload, "GetAttributes has no UniqueIdentifier in its place");
    }

    @Test
    void anotherVersionOrAnotherBatchIsFound() {
        objects("standard", 0, Planted.state(1), "asked in 1.0, answered in 1.1");
        objects("standard", 0, swapped(Planted.state(0), "    BatchCount 1", "    BatchCount 2"),
                "the batch count is 2 for 1");
        objects("standard", 0, Planted.failure("Get", "ItemNotFound"),
                "another operation is answered");
        objects("standard", 0, swapped(Planted.state(0), "    Operation GetAttributes",
                "    Operation GetAttributes", "    UniqueBatchItemID x'01'"),
                "the Unique Batch Item ID is not the one that was sent");
    }

    @Test
    void whatIsNotWellFormedIsFound() {
        byte[] right = Planted.bytes(Planted.state(0));
        for (int length : new int[]{0, 7, 8, right.length - 8}) {
            assertThatThrownBy(() -> WireReader.read(Arrays.copyOf(right, length)))
                    .isInstanceOf(Objection.class);
        }
        assertThatThrownBy(() -> WireReader.read(Arrays.copyOf(right, right.length + 1)))
                .hasMessageContaining("follow the message");
        // Padding, the length of a value, its type, and a text.
        for (String wrong : List.of("4200540500000004000000010000000a",
                "42000d02000000080000000000000001",
                "42000d0f000000040000000100000000", "42000a0700000002c32800000000000000",
                "4200070600000008000000000000000200000000")) {
            assertThatThrownBy(() -> WireReader
                    .read(HexFormat.of().parseHex(wrong.substring(0, 32))))
                    .isInstanceOf(Objection.class);
        }
    }

    @Test
    void anAnswerThatIsTooLargeIsFound() {
        assertThatThrownBy(() -> AnswerReader.named("libkmip").read(Planted.stateAsked(0, 64),
                Planted.received(Planted.state(0)))).isInstanceOf(Objection.class)
                .hasMessageContaining("64 are the most");
    }

    @Test
    void tooManyOrTooLongIdentifiersAreFound() throws Objection {
        Received three = Planted.received(Planted.located(0, "a", "b", "c"));
        assertThatThrownBy(
                () -> AnswerReader.named("standard").read(Planted.listAsked(0), three))
                .isInstanceOf(Objection.class).hasMessageContaining("Maximum Items");
        AnswerReader.named("libkmip").read(Planted.listAsked(0),
                Planted.received(Planted.located(0, "x".repeat(127))));
        assertThatThrownBy(() -> AnswerReader.named("libkmip").read(Planted.listAsked(0),
                Planted.received(Planted.located(0, "x".repeat(128)))))
                .isInstanceOf(Objection.class).hasMessageContaining("128 bytes");
    }

    @Test
    void twoRecordsForOneAnswerAreFound() {
        byte[] bytes = Planted.bytes(Planted.state(0));
        assertThatThrownBy(() -> AnswerReader.named("libkmip").read(Planted.stateAsked(0, 8192),
                Received.of(bytes, List.of(8, bytes.length - 8)))).isInstanceOf(Objection.class)
                .hasMessageContaining("TLS records of [8, ");
    }

    @Test
    void aKeyBlockWithMoreThanTheKeyIsFound() {
        keyObjects("          KeyValue { KeyMaterial x'00112233445566778899aabbccddeeff' }",
                "          KeyValue { KeyMaterial x'00112233445566778899aabbccddeeff', Attribute"
                        + " { AttributeName \"State\", AttributeValue State.Active } }",
                "more than key material");
        keyObjects("          KeyFormatType Raw",
                "          KeyFormatType TransparentSymmetricKey", "the key is not raw");
        keyObjects("          KeyFormatType Raw", "          KeyFormatType Raw, KeyCompressionType"
                + " ECPublicKeyTypeUncompressed", "does not read");
        keyObjects("          CryptographicLength 128",
                "          CryptographicLength 128, KeyWrappingData { WrappingMethod Encrypt }",
                "KeyWrappingData");
    }

    private static void keyObjects(String line, String other, String message) {
        List<String> lines = swapped(Planted.key(0), line, other);
        assertThatThrownBy(() -> AnswerReader.named("libkmip").read(Planted.keyAsked(0),
                Planted.received(lines))).isInstanceOf(Objection.class)
                .hasMessageContaining(message);
    }

    @Test
    void anAttributeThatWasNotAskedForIsFound() {
        objects("libkmip", 0, swapped(Planted.state(0), STATE, STATE,
                "      Attribute { AttributeName \"Object Type\", AttributeValue"
                        + " ObjectType.SymmetricKey }"),
                "not exactly the attribute that was asked for");
    }

    @Test
    void psmdbTakesOneReasonOnlyForAKeyThatIsNotThere() {
        for (String reason : List.of("PermissionDenied", "InvalidField", "GeneralFailure")) {
            objects("psmdb", 0, Planted.failure("GetAttributes", reason), "has the reason");
        }
        objects("psmdb", 0, Planted.state(0).stream()
                .map(line -> line.replace("6f1e0c3a-0001", "6f1e0c3a-0002")).toList(),
                "another key");
    }

    @Test
    void kmipclientNeedsItsIdentifiersAndTheState() throws Objection {
        AnswerReader reader = AnswerReader.named("kmipclient");
        reader.read(Planted.bothAsked(), Planted.received(Planted.both()));
        for (String[] fault : new String[][]{
                {"    UniqueBatchItemID x'02'", "    UniqueBatchItemID x'03'", "Item ID"},
                {STATE, "      Attribute { AttributeName \"Object Type\", AttributeValue"
                        + " ObjectType.SymmetricKey }", "'State' missing"},
                {"          CryptographicLength 128", "          CryptographicAlgorithm AES",
                        "KeyBlock"}}) {
            List<String> lines = swapped(Planted.both(), fault[0], fault[1]);
            assertThatThrownBy(
                    () -> reader.read(Planted.bothAsked(), Planted.received(lines)))
                    .isInstanceOf(Objection.class).hasMessageContaining(fault[2]);
        }
        List<String> one = Planted.both();
        int second = one.lastIndexOf("  BatchItem");
        List<String> half = new ArrayList<>(one.subList(0, second));
        half.set(half.indexOf("    BatchCount 2"), "    BatchCount 1");
        assertThatThrownBy(() -> reader.read(Planted.bothAsked(), Planted.received(half)))
                .isInstanceOf(Objection.class).hasMessageContaining("1 answers to 2");
    }

    @Test
    void libmongocryptNeedsWhatItWalksTo() {
        assertThatThrownBy(() -> AnswerReader.named("libmongocrypt").read(Planted.keyAsked(0),
                Planted.received(Planted.key(0)))).isInstanceOf(Objection.class)
                .hasMessageContaining("has no SecretData");
    }

    private static void objects(String reader, int minor, List<String> lines, String message) {
        assertThatThrownBy(() -> AnswerReader.named(reader).read(Planted.stateAsked(minor, 8192),
                Planted.received(lines))).isInstanceOf(Objection.class)
                .hasMessageContaining(message);
    }

    private static List<String> without(List<String> lines, String line) {
        return swapped(lines, line);
    }

    private static List<String> swapped(List<String> lines, String line, String... others) {
        List<String> swapped = new ArrayList<>(lines);
        int at = swapped.indexOf(line);
        assertThat(at).as(line).isNotNegative();
        swapped.remove(at);
        swapped.addAll(at, List.of(others));
        return swapped;
    }
}
