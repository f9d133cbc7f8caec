package io.sallyport.hsm.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.sallyport.hsm.SpecVectors;
import io.sallyport.hsm.wire.WireFault.Flaw;

/** Frames with one flaw each, made from the vectors of engine-protocol.md. */
class WireFlawsTest {
    private SpecVectors vectors = new SpecVectors();

    private interface Reading {
        void read(ByteBuffer body) throws WireFault;
    }

    @BeforeEach
    void read() throws IOException {
        vectors = SpecVectors.of("wrapped-object.md", "engine-protocol.md");
    }

    private byte[] body(String name) {
        byte[] frame = vectors.bytes(name);
        return Arrays.copyOfRange(frame, Frame.HEAD_BYTES, frame.length);
    }

    private static void assertRefused(Flaw flaw, Reading reading, byte[] body) {
        assertThatThrownBy(() -> reading.read(ByteBuffer.wrap(body)))
                .isInstanceOfSatisfying(WireFault.class,
                        fault -> assertThat(fault.flaw()).isEqualTo(flaw));
    }

    private static Opcode opcode(String name) {
        String command = name.replace("-part", "").replace("-pbkdf2", "");
        return Opcode.valueOf(command.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static Reading command(String name) {
        return body -> CommandCodec.decode(opcode(name), body);
    }

    private static Reading result(String name) {
        return body -> ResultCodec.decode(opcode(name), body);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 8, -1, Integer.MIN_VALUE, Integer.MAX_VALUE, (2 << 20) - 3})
    void frameLengthOutsideTheBudget(int length) {
        byte[] frame = ByteBuffer.allocate(13).putInt(length).array();
        assertRefused(Flaw.FRAME_LENGTH, Frame::lengthAt, frame);
        assertRefused(Flaw.FRAME_LENGTH, Frame::isWhole, frame);
    }

    @Test
    void frameLengthsAtTheEdgesAreTold() throws Exception {
        assertThat(Frame.lengthAt(ByteBuffer.allocate(3))).isEqualTo(-1);
        assertThat(Frame.lengthAt(ByteBuffer.allocate(4).putInt(0, 9))).isEqualTo(13);
        assertThat(Frame.lengthAt(ByteBuffer.allocate(4).putInt(0, (2 << 20) - 4)))
                .isEqualTo(Frame.BYTES_MAX);
        assertThat(Frame.isWhole(ByteBuffer.allocate(12).putInt(0, 9))).isFalse();
        assertThat(Frame.isWhole(ByteBuffer.allocate(13).putInt(0, 9))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 30, 0x3f, 0x42, -1, -128})
    void unknownOpcode(int code) {
        assertRefused(Flaw.UNKNOWN_OPCODE, body -> Opcode.of(code), new byte[0]);
    }

    @Test
    void opcodesThatAreNoCommandOrHaveNoResult() {
        assertRefused(Flaw.GREETING, command("hello"), body("hello"));
        assertRefused(Flaw.UNKNOWN_OPCODE, command("result"), new byte[0]);
        assertRefused(Flaw.UNKNOWN_OPCODE, command("fault"), new byte[0]);
        assertRefused(Flaw.UNKNOWN_OPCODE, result("hello"), new byte[0]);
        assertRefused(Flaw.UNKNOWN_OPCODE, result("result"), new byte[0]);
        assertRefused(Flaw.UNKNOWN_OPCODE, result("fault"), new byte[0]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"generate", "import", "export", "export-wrapped", "encrypt", "decrypt",
            "amend", "verify", "status", "sign", "verify-signature", "mac", "verify-mac", "hash",
            "random", "seed", "encrypt-part", "decrypt-part", "generate-pair", "derive",
            "derive-pbkdf2", "split", "join", "import-wrapped",
            "rotate-term", "rewrap", "retire-term"})
    void everyTruncationAndATrailingByte(String name) {
        assertBothEnds(command(name), body(name));
        assertBothEnds(result(name), body(name + "-result"));
    }

    @Test
    void everyTruncationAndATrailingByteOfGreetingsAndFaults() {
        assertBothEnds(Greeting::decodeRequest, body("hello"));
        assertBothEnds(Greeting::decodeAnswer, body("hello-answer"));
        assertBothEnds(ResultCodec::decodeFault, body("fault"));
    }

    private static void assertBothEnds(Reading reading, byte[] sound) {
        for (int length = 0; length < sound.length; length++) {
            assertRefused(Flaw.FIELD_TRUNCATED, reading, Arrays.copyOf(sound, length));
        }
        assertRefused(Flaw.TRAILING_BYTES, reading, Arrays.copyOf(sound, sound.length + 1));
    }

    /** Indices count from the end of object 1 where a command begins with it. */
    @ParameterizedTest(name = "{0}, byte {1} is {2}: {3}")
    @CsvSource({"encrypt, 0, 0, UNKNOWN_VALUE", "encrypt, 0, 13, UNKNOWN_VALUE",
            "encrypt, 1, 0, UNKNOWN_VALUE", "encrypt, 1, 8, UNKNOWN_VALUE",
            "encrypt, 3, 2, UNKNOWN_VALUE", "encrypt, 4, 3, UNKNOWN_VALUE",
            "encrypt, 5, 18, UNKNOWN_VALUE", "encrypt, 10, 3, UNKNOWN_VALUE",
            "encrypt, 11, 2, UNKNOWN_VALUE", "encrypt, 12, 0xff, UNKNOWN_VALUE",
            "encrypt, 13, 0x80, FIELD_TRUNCATED", "encrypt, 13, 0x7f, FIELD_TRUNCATED",
            "encrypt, 16, 2, FIELD_TRUNCATED", "decrypt, 0, 0xff, UNKNOWN_VALUE",
            "decrypt, 11, 3, UNKNOWN_VALUE", "sign, 0, 0, UNKNOWN_VALUE",
            "sign, 0, 4, UNKNOWN_VALUE", "sign, 1, 3, UNKNOWN_VALUE",
            "sign, 2, 0xff, UNKNOWN_VALUE", "sign, 5, 2, UNKNOWN_VALUE",
            "sign, 6, 3, UNKNOWN_VALUE", "mac, 0, 0x80, UNKNOWN_VALUE",
            "mac, 2, 2, UNKNOWN_VALUE", "derive, 0, 2, UNKNOWN_VALUE",
            "derive-pbkdf2, 1, 9, UNKNOWN_VALUE", "derive-pbkdf2, 1, 0, UNKNOWN_VALUE",
            "derive-pbkdf2, 3, 2, UNKNOWN_VALUE", "split, 0, 0, UNKNOWN_VALUE",
            "split, 0, 5, UNKNOWN_VALUE", "split, 11, 3, FIELD_TRUNCATED",
            "split, 11, 1, TRAILING_BYTES"})
    void oneWrongByteBehindTheObject(String name, int index, String value, Flaw flaw) {
        byte[] body = body(name);
        body[4 + vectors.bytes("object-1").length + index] = Integer.decode(value).byteValue();
        assertRefused(flaw, command(name), body);
    }

    @Test
    void unknownWrappingMethod() {
        int method = 8 + vectors.bytes("object-1").length + vectors.bytes("object-2").length;
        for (int code : new int[]{0, 13, 0xff}) {
            byte[] body = body("export-wrapped");
            body[method] = (byte) code;
            assertRefused(Flaw.UNKNOWN_VALUE, command("export-wrapped"), body);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"generate", "import", "export", "export-wrapped", "encrypt", "decrypt",
            "amend", "verify", "sign", "verify-signature", "mac", "verify-mac", "generate-pair",
            "derive", "split", "import-wrapped"})
    void objectsAndHeadersThatCannotBeRead(String name) {
        byte[] body = body(name);
        body[4] = 0;
        assertRefused(Flaw.OBJECT_FORM, command(name), body);
        body[0] = (byte) 0x80;
        assertRefused(Flaw.FIELD_TRUNCATED, command(name), body);
    }

    @ParameterizedTest(name = "{0}, byte {1} is {2}: {3}")
    @CsvSource({"export, 0, 2, UNKNOWN_VALUE", "encrypt, 0, 0xff, UNKNOWN_VALUE",
            "encrypt, 9, 2, UNKNOWN_VALUE", "encrypt, 26, 2, UNKNOWN_VALUE",
            "verify, 0, 2, UNKNOWN_VALUE", "generate, 5, 0, OBJECT_FORM",
            "generate, 181, 2, UNKNOWN_VALUE", "generate, 0, 2, UNKNOWN_VALUE",
            "sign, 0, 2, UNKNOWN_VALUE", "sign, 1, 2, UNKNOWN_VALUE",
            "verify-mac, 1, 2, UNKNOWN_VALUE", "split, 0, 3, FIELD_TRUNCATED",
            "split, 0, 1, TRAILING_BYTES", "hash, 1, 2, UNKNOWN_VALUE",
            "status, 4, 0xff, TEXT_ENCODING",
            "status, 49, 2, UNKNOWN_VALUE", "status, 70, 65, UNKNOWN_VALUE",
            "status, 70, 0xff, UNKNOWN_VALUE", "status, 75, 0xc0, TEXT_ENCODING",
            "status, 84, 2, UNKNOWN_VALUE"})
    void oneWrongByteOfAResult(String name, int index, String value, Flaw flaw) {
        byte[] body = body(name + "-result");
        body[index] = Integer.decode(value).byteValue();
        assertRefused(flaw, result(name), body);
    }

    @ParameterizedTest(name = "byte {0} is {1}: {2}")
    @CsvSource({"0, 0, UNKNOWN_VALUE", "0, 15, UNKNOWN_VALUE", "0, 0xff, UNKNOWN_VALUE",
            "5, 0xff, TEXT_ENCODING", "6, 0xc3, TEXT_ENCODING", "1, 0x80, FIELD_TRUNCATED"})
    void oneWrongByteOfAFault(int index, String value, Flaw flaw) {
        byte[] body = body("fault");
        body[index] = Integer.decode(value).byteValue();
        assertRefused(flaw, ResultCodec::decodeFault, body);
    }

    @Test
    void anEngineOfAnotherVersionIsRefused() {
        byte[] body = body("hello-answer");
        body[3] = 2;
        assertRefused(Flaw.GREETING, Greeting::decodeAnswer, body);
        body[3] = 1;
        body[8] = (byte) 0xff;
        assertRefused(Flaw.TEXT_ENCODING, Greeting::decodeAnswer, body);
    }
}
