package io.sallyport.kmip.ttlv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ReadOnlyBufferException;
import org.junit.jupiter.api.Test;

class ByteSliceTest {
    private final ByteBuffer buffer = ByteBuffer.wrap(new byte[]{0, 1, 2, 3, 4, 5});
    private final ByteSlice slice = ByteSlice.view(buffer, 1, 4);

    @Test
    void readsOnlyItsOwnBytes() {
        assertThat(slice.length()).isEqualTo(4);
        assertThat(slice.at(0)).isEqualTo((byte) 1);
        assertThat(slice.toByteArray()).containsExactly(1, 2, 3, 4);
        assertThatThrownBy(() -> slice.at(4)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> slice.at(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> ByteSlice.view(buffer, 3, 4))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(slice.part(1, 3).toByteArray()).containsExactly(2, 3);
        assertThatThrownBy(() -> slice.part(1, 5)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void copyToMovesTheTargetAndNotTheSource() {
        ByteBuffer target = ByteBuffer.allocateDirect(6).position(1);
        slice.copyTo(target);
        slice.copyTo(target.position(2));
        assertThat(target.position()).isEqualTo(6);
        assertThat(target.get(5)).isEqualTo((byte) 4);
        assertThat(buffer.position()).isZero();
    }

    @Test
    void theBufferItGivesIsReadOnly() {
        ByteBuffer readOnly = slice.asReadOnlyBuffer();
        assertThat(readOnly.remaining()).isEqualTo(4);
        assertThatThrownBy(() -> readOnly.put(0, (byte) 9))
                .isInstanceOf(ReadOnlyBufferException.class);
    }

    @Test
    void matchesComparesContentOfAnyBuffers() {
        ByteBuffer direct = ByteBuffer.allocateDirect(4).put(new byte[]{1, 2, 3, 4}).flip();
        assertThat(slice.matches(ByteSlice.view(direct, 0, 4))).isTrue();
        assertThat(slice.matches(ByteSlice.view(direct, 0, 3))).isFalse();
        direct.put(3, (byte) 5);
        assertThat(slice.matches(ByteSlice.view(direct, 0, 4))).isFalse();
        assertThat(ByteSlice.EMPTY.matches(ByteSlice.view(buffer, 6, 0))).isTrue();
    }

    @Test
    void printsItsLengthOnly() {
        assertThat(slice).hasToString("‹4 bytes›");
    }
}
