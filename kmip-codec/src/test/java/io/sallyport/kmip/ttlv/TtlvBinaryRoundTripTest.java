package io.sallyport.kmip.ttlv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.kmip.ttlv.TtlvItem.BigIntegerItem;
import io.sallyport.kmip.ttlv.TtlvItem.ByteStringItem;
import io.sallyport.kmip.ttlv.TtlvItem.IntegerItem;
import java.nio.BufferOverflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class TtlvBinaryRoundTripTest {
    private static final int CASES = 2_000;

    @Test
    void whatIsEncodedDecodesToTheSameBytes() throws TtlvFault {
        for (long seed : Gen.seeds(CASES)) {
            Gen gen = new Gen(seed);
            byte[] encoded = encode(gen.item(5));
            assertThat(encode(TtlvBinary.decode(ByteBuffer.wrap(encoded), TtlvLimits.DEFAULT)))
                    .as(gen.reproduce()).isEqualTo(encoded);
            ByteBuffer direct = ByteBuffer.allocateDirect(encoded.length + 3).position(3)
                    .put(encoded).flip().position(3);
            assertThat(encode(TtlvBinary.decode(direct, TtlvLimits.DEFAULT)))
                    .as(gen.reproduce()).isEqualTo(encoded);
            assertThat(direct.hasRemaining()).as("consumed").isFalse();
        }
    }

    @Test
    void changedBytesAreEitherRejectedOrReproduced() {
        for (long seed : Gen.seeds(CASES)) {
            Gen gen = new Gen(seed);
            byte[] bytes = encode(gen.structure(0x420078, 4));
            for (int i = 1 + gen.below(3); i > 0; i--) {
                bytes[gen.below(bytes.length)] ^= (byte) (1 << gen.below(8));
            }
            byte[] cut = gen.below(4) == 0 ? Arrays.copyOf(bytes, gen.below(
                    bytes.length + 1)) : bytes;
            try {
                TtlvItem item = TtlvBinary.decode(ByteBuffer.wrap(cut), TtlvLimits.DEFAULT);
                assertThat(encode(item)).as(gen.reproduce()).isEqualTo(cut);
            } catch (TtlvFault fault) {
                assertThat(fault.offset()).as(gen.reproduce()).isBetween(0, cut.length);
            }
        }
    }

    @Test
    void stringsAreViewsOnTheFrame() throws TtlvFault {
        ByteBuffer frame = ByteBuffer.allocateDirect(16)
                .put(HexFormat.of().parseHex("42004308000000080102030405060708")).flip();
        ByteStringItem item = (ByteStringItem) TtlvBinary.decode(frame, TtlvLimits.DEFAULT);
        frame.clear().limit(0);
        assertThat(item.value().at(7)).isEqualTo((byte) 8);
        frame.clear().put(15, (byte) 0);
        assertThat(item.value().at(7)).as("the frame was wiped, and nothing else holds the byte")
                .isZero();
    }

    @Test
    void bigIntegersAreSignExtendedToEightBytes() {
        assertThat(encode(big("01"))).isEqualTo(hex("42005204000000080000000000000001"));
        assertThat(encode(big("FF"))).isEqualTo(hex("4200520400000008FFFFFFFFFFFFFFFF"));
        assertThat(encode(big(""))).isEqualTo(hex("42005204000000080000000000000000"));
        assertThat(encode(big("008000000000000000")))
                .isEqualTo(hex("420052040000001000000000000000008000000000000000"));
    }

    @Test
    void aBufferThatIsTooSmallOrLittleEndianIsRefused() {
        IntegerItem item = new IntegerItem(0x42000D, 1);
        assertThatThrownBy(() -> TtlvBinary.encode(item, ByteBuffer.allocate(15)))
                .isInstanceOf(BufferOverflowException.class);
        assertThatThrownBy(() -> TtlvBinary.encode(item,
                ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLittleEndianFrameIsReadAsTheWireHasIt() throws TtlvFault {
        ByteBuffer frame = ByteBuffer.wrap(hex("42000D02000000040000000100000000"))
                .order(ByteOrder.LITTLE_ENDIAN);
        assertThat(TtlvBinary.decode(frame, TtlvLimits.DEFAULT))
                .isEqualTo(new IntegerItem(0x42000D, 1));
    }

    @Test
    void nothingSecretIsPrinted() {
        TtlvItem item = new TtlvItem.Structure(0x420040, List.of(
                new ByteStringItem(0x420043, ByteSlice.ofText("secret")),
                TtlvItem.TextStringItem.of(0x4200A1, "secret"), big("736563726574")));
        assertThat(item.toString()).contains("‹6 bytes›").doesNotContain("secret", "736563");
    }

    private static BigIntegerItem big(String hex) {
        return new BigIntegerItem(0x420052, ByteSlice.of(hex(hex)));
    }

    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static byte[] encode(TtlvItem item) {
        ByteBuffer out = ByteBuffer.allocate(TtlvBinary.encodedLength(item));
        TtlvBinary.encode(item, out);
        assertThat(out.hasRemaining()).as("the announced length is the real one").isFalse();
        return out.array();
    }
}
