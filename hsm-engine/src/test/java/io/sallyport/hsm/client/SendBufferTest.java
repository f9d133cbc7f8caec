package io.sallyport.hsm.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

import org.junit.jupiter.api.Test;

import io.sallyport.hsm.process.Samples;

class SendBufferTest {
    private static final int INITIAL = 64 << 10;

    private final ByteArrayOutputStream arrived = new ByteArrayOutputStream();
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private int next = 1;

    /** Takes a bounded number of bytes at a time, like a socket whose peer is slow. */
    private final class Narrow implements WritableByteChannel {
        private final int bytesAtOnce;

        Narrow(int bytesAtOnce) {
            this.bytesAtOnce = bytesAtOnce;
        }

        @Override
        public int write(ByteBuffer in) {
            byte[] taken = new byte[Math.min(bytesAtOnce, in.remaining())];
            in.get(taken);
            arrived.writeBytes(taken);
            return taken.length;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }

    private void put(SendBuffer buffer, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) next;
            next = next % 251 + 1;
        }
        sent.writeBytes(bytes);
        buffer.room(length).put(bytes);
    }

    @Test
    void shortWritesKeepOrder_whileMoreIsAdded() throws IOException {
        SendBuffer buffer = new SendBuffer(1 << 20);
        Narrow channel = new Narrow(7001);
        for (int round = 0; round < 40; round++) {
            put(buffer, 9000);
            assertThat(buffer.writeTo(channel)).isFalse();
            assertThat(buffer.pending()).isEqualTo(sent.size() - arrived.size());
        }
        while (!buffer.writeTo(channel)) {
            assertThat(buffer.pending()).isPositive();
        }
        assertThat(buffer.pending()).isZero();
        assertThat(arrived.toByteArray()).isEqualTo(sent.toByteArray());
    }

    @Test
    void aChannelThatTakesNothingLosesNothing() throws IOException {
        SendBuffer buffer = new SendBuffer(1 << 20);
        put(buffer, 100);
        assertThat(buffer.writeTo(new Narrow(0))).isFalse();
        assertThat(buffer.pending()).isEqualTo(100);
        assertThat(buffer.writeTo(new Narrow(100))).isTrue();
        assertThat(arrived.toByteArray()).isEqualTo(sent.toByteArray());
    }

    @Test
    void whatWasWrittenOrTakenBackIsZeroed() throws IOException {
        SendBuffer buffer = new SendBuffer(1 << 20);
        put(buffer, 100);
        assertThat(buffer.writeTo(new Narrow(60))).isFalse();
        ByteBuffer memory = buffer.room(1).duplicate().clear();
        assertThat(Samples.bytes(memory.slice(0, 60))).containsOnly(0);
        assertThat(Samples.bytes(memory.slice(60, 40))).doesNotContain(0);
        put(buffer, 10);
        buffer.retreat(100);
        assertThat(Samples.bytes(memory.slice(100, 10))).containsOnly(0);
        assertThat(buffer.pending()).isEqualTo(40);
        put(buffer, INITIAL);
        assertThat(Samples.bytes(memory)).containsOnly(0);
        assertThat(buffer.pending()).isEqualTo(40 + INITIAL);
        ByteBuffer larger = buffer.room(1).duplicate().clear();
        buffer.wipe();
        assertThat(Samples.bytes(larger)).containsOnly(0);
    }

    @Test
    void theBudgetCountsWhatWaits() throws IOException {
        SendBuffer buffer = new SendBuffer(1000);
        put(buffer, 600);
        assertThat(buffer.admits(400)).isTrue();
        assertThat(buffer.admits(401)).isFalse();
        assertThat(buffer.writeTo(new Narrow(100))).isFalse();
        assertThat(buffer.admits(500)).isTrue();
        assertThat(buffer.admits(501)).isFalse();
    }
}
