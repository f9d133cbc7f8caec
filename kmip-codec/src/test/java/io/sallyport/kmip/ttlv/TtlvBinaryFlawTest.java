package io.sallyport.kmip.ttlv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sallyport.kmip.ttlv.TtlvFault.Flaw;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TtlvBinaryFlawTest {
    private static final TtlvLimits SMALL = new TtlvLimits(64, 3, 4, 10, 100);
    private static final TtlvLimits WIDE = new TtlvLimits(1 << 26, 256, 2_000_000, 1 << 20, 100);

    /** A new flaw does not compile without bytes that have it. */
    private static List<String> bytesWith(Flaw flaw) {
        return switch (flaw) {
            case TRUNCATED_HEADER -> List.of("", "42", "42000D02000000");
            case TRUNCATED_VALUE -> List.of("42000D0200000004", "42000D02000000040000000100",
                    "42000D0800000001FF", "42000D0100000008");
            case TRAILING_BYTES -> List.of("42000D0200000004000000010000000000",
                    "42000D010000000042000D0100000000");
            case LENGTH_OVERFLOW -> List.of("42000D0880000000", "42000D08FFFFFFFF",
                    "42000D087FFFFFFF", "42000D01FFFFFFF8", "42000D077FFFFFF8");
            case MESSAGE_TOO_LONG -> List.of("42000D0800000040" + "00".repeat(64));
            case TOO_DEEP -> List.of(
                    "42000D010000001842000D010000001042000D010000000842000D0100000000");
            case TOO_MANY_ITEMS -> List.of("42000D0100000020" + "42000D0100000000".repeat(4));
            case STRING_TOO_LONG -> List.of("42000D070000000B" + "41".repeat(11) + "0000000000");
            case TAG_PREFIX -> List.of("00000D0200000004000000010000000000",
                    "43000D0200000004000000010000000000", "FF000D0200000004000000010000000000");
            case UNKNOWN_TYPE -> List.of("42000D0000000000", "42000D0F00000000",
                    "42000D8200000004", "42000DFF00000000");
            case STRUCTURE_NOT_FILLED -> List.of("42000D010000000400000000",
                    "42000D010000000842000D0200000004000000010000000000",
                    "42000D010000000C42000D020000000400000001",
                    "42000D010000001042000D0800000009AAAAAAAAAAAAAAAA");
            case INTEGER_LENGTH -> List.of("42000D0200000000", "42000D02000000020001000000000000",
                    "42000D02000000080000000000000001");
            case LONG_INTEGER_LENGTH -> List.of("42000D0300000000",
                    "42000D03000000040000000100000000");
            case BIG_INTEGER_LENGTH -> List.of("42000D0400000000",
                    "42000D04000000010100000000000000",
                    "42000D0400000009000000000000000001000000000000000000");
            case ENUMERATION_LENGTH -> List.of("42000D0500000000",
                    "42000D05000000080000000100000000");
            case BOOLEAN_LENGTH -> List.of("42000D0600000000", "42000D06000000010100000000000000");
            case BOOLEAN_VALUE -> List.of("42000D06000000080000000000000002",
                    "42000D06000000080100000000000000", "42000D0600000008FFFFFFFFFFFFFFFF");
            case DATE_TIME_LENGTH -> List.of("42000D0900000000",
                    "42000D09000000040000000100000000");
            case INTERVAL_LENGTH -> List.of("42000D0A00000000",
                    "42000D0A000000050000000100000000");
            case DATE_TIME_EXTENDED_LENGTH -> List.of("42000D0B00000000",
                    "42000D0B000000040000000100000000");
            case NON_ZERO_PADDING -> List.of("42000D02000000040000000100000001",
                    "42000D05000000040000000101000000", "42000D0A0000000400000001FF000000",
                    "42000D0700000003414243FFFFFFFFFF", "42000D0800000007010203040506070A");
            case NOT_UTF_8 -> List.of("42000D0700000001FF00000000000000",
                    "42000D0700000002C080000000000000", "42000D0700000003EDA0800000000000",
                    "42000D0700000004F490808000000000", "42000D0700000002E282000000000000",
                    "42000D0C0000000180000000" + "00000000",
                    "42000D0D0000000180000000" + "00000000",
                    "42000D0E0000000180000000" + "00000000");
        };
    }

    @ParameterizedTest
    @EnumSource(Flaw.class)
    void isRejected(Flaw flaw) {
        assertThat(bytesWith(flaw)).allSatisfy(hex -> {
            for (ByteBuffer in : List.of(heap(hex), direct(hex))) {
                assertThat(faultOf(in, SMALL).flaw()).isEqualTo(flaw);
                assertThat(in.position()).as("a rejected buffer is not consumed").isZero();
            }
        });
    }

    @Test
    void theFaultSaysWhereTheFlawedItemBegins() {
        TtlvFault fault = faultOf(heap("42000D0100000010" + "42000D06000000080000000000000002"),
                SMALL);
        assertThat(fault.offset()).isEqualTo(8);
        assertThat(fault).hasMessage("The value of a Boolean is neither 0 nor 1 (byte 8)");
        assertThat(fault.getStackTrace()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {33, 257, 10_000})
    void nestingBeyondTheLimitIsRejectedWithoutDescending(int depth) {
        ByteBuffer nested = ByteBuffer.allocate(depth * 8);
        for (int rest = depth - 1; rest >= 0; rest--) {
            nested.putInt(0x42000D01).putInt(rest * 8);
        }
        assertThat(faultOf(nested.flip(), TtlvLimits.DEFAULT).flaw()).isEqualTo(Flaw.TOO_DEEP);
    }

    @Test
    void aMillionEmptyStructuresAreRejectedAfterTheLimit() {
        ByteBuffer many = ByteBuffer.allocate(8 + 8_000_000);
        many.putInt(0x42000D01).putInt(8_000_000);
        while (many.hasRemaining()) {
            many.putInt(0x42000D01).putInt(0);
        }
        many.flip();
        assertThat(faultOf(many, TtlvLimits.DEFAULT).flaw()).isEqualTo(Flaw.MESSAGE_TOO_LONG);
        TtlvLimits longMessages = new TtlvLimits(1 << 26, 32, 20_000, 1 << 16, 100);
        TtlvFault fault = faultOf(many, longMessages);
        assertThat(fault.flaw()).isEqualTo(Flaw.TOO_MANY_ITEMS);
        assertThat(fault.offset()).isEqualTo(20_000 * 8);
    }

    @Test
    void theDeepestAllowedNestingDecodes() throws TtlvFault {
        ByteBuffer nested = ByteBuffer.allocate(256 * 8);
        for (int rest = 255; rest >= 0; rest--) {
            nested.putInt(0x42000D01).putInt(rest * 8);
        }
        assertThat(TtlvBinary.encodedLength(TtlvBinary.decode(nested.flip(), WIDE)))
                .isEqualTo(256 * 8);
    }

    @Test
    void limitsThatCannotBeKeptAreRefused() {
        assertThatThrownBy(() -> new TtlvLimits(1 << 20, 257, 1, 1, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TtlvLimits(7, 1, 1, 1, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void framedLengthCountsHeaderAndPadding() throws TtlvFault {
        ByteBuffer in = heap("42007801000000084200780200000004");
        assertThat(TtlvBinary.framedLength(in, SMALL)).isEqualTo(16);
        assertThat(in.position()).isZero();
        assertThat(TtlvBinary.framedLength(heap("42007808000000010000"), SMALL)).isEqualTo(16);
    }

    @Test
    void framedLengthRefusesWhatCannotBeAccepted() {
        assertThat(framingFault("42007801FFFFFFFF")).isEqualTo(Flaw.LENGTH_OVERFLOW);
        assertThat(framingFault("4200780100000040")).isEqualTo(Flaw.MESSAGE_TOO_LONG);
        assertThat(framingFault("160301020001000100")).isEqualTo(Flaw.TAG_PREFIX);
        assertThat(framingFault("42007801")).isEqualTo(Flaw.TRUNCATED_HEADER);
    }

    private static Flaw framingFault(String hex) {
        return catchThrowableOfType(TtlvFault.class,
                () -> TtlvBinary.framedLength(heap(hex), SMALL)).flaw();
    }

    private static TtlvFault faultOf(ByteBuffer in, TtlvLimits limits) {
        TtlvFault fault = catchThrowableOfType(TtlvFault.class,
                () -> TtlvBinary.decode(in, limits));
        assertThat(fault).isNotNull();
        return fault;
    }

    private static ByteBuffer heap(String hex) {
        return ByteBuffer.wrap(HexFormat.of().parseHex(hex));
    }

    private static ByteBuffer direct(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
    }
}
