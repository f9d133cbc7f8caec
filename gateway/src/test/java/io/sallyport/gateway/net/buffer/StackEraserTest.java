package io.sallyport.gateway.net.buffer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.netty.channel.DefaultEventLoop;
import io.netty.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Looks at the stack of an event loop from outside, as a thief would. */
@Timeout(60)
class StackEraserTest {

    private static final int STACK_BYTES_MAX = 2 << 20;

    /** Deeper than the task that erases: what is left in frames above it is not covered. */
    private static final int CALLS_OF_A_REQUEST = 30;

    private final DefaultEventLoop loop = new DefaultEventLoop();
    private final long mark = new SecureRandom().nextLong();

    @BeforeEach
    void hasProc() {
        Assumptions.assumeTrue(Files.isReadable(Path.of("/proc/self/mem")), "skipped: no /proc");
    }

    @AfterEach
    void end() {
        Future<?> _ = loop.shutdownGracefully(0, 0, TimeUnit.MILLISECONDS);
    }

    @Test
    void whatCallsLeftOnTheStackIsErasedSoonAfter() throws Exception {
        StackEraser eraser = new StackEraser(loop);
        for (int use = 0; use < 3; use++) {
            loop.submit(() -> leaveMarks(CALLS_OF_A_REQUEST)).get();
            Stack stack = stackOfTheLoop();
            loop.submit(eraser::secretWasHere).get();
            await().until(() -> stack.count(mark) == 0);
        }
    }

    @Test
    void theFrameCoversWhatIsBelowItsCaller() throws Exception {
        loop.submit(() -> leaveMarks(CALLS_OF_A_REQUEST)).get();
        Stack stack = stackOfTheLoop();
        loop.submit(ZeroedFrame::enter).get();
        assertThat(stack.count(mark)).isZero();
    }

    @Test
    void aLoopThatHasEndedIsLeftAlone() throws Exception {
        StackEraser eraser = new StackEraser(loop);
        loop.shutdownGracefully(0, 0, TimeUnit.MILLISECONDS).get();
        eraser.secretWasHere();
        assertThat(loop.isTerminated()).isTrue();
    }

    /** Reads the mark at the bottom only, so that no frame on the way there has it. */
    private void leaveMarks(int callsToGo) {
        if (callsToGo == 0) {
            MarkedFrame.enter(mark);
        } else {
            leaveMarks(callsToGo - 1);
        }
    }

    private Stack stackOfTheLoop() throws IOException {
        List<Stack> all = Files.readAllLines(Path.of("/proc/self/maps")).stream()
                .filter(line -> line.contains(" rw-p ")).map(Stack::of)
                .filter(stack -> stack.end - stack.start <= STACK_BYTES_MAX).toList();
        Stack found = all.getFirst();
        for (Stack stack : all) {
            found = stack.count(mark) > found.count(mark) ? stack : found;
        }
        assertThat(found.count(mark)).as("the search sees what a call left")
                .isGreaterThan(MarkedFrame.COPIES / 2);
        return found;
    }

    private record Stack(long start, long end) {

        static Stack of(String line) {
            String[] range = line.substring(0, line.indexOf(' ')).split("-", 2);
            return new Stack(Long.parseUnsignedLong(range[0], 16),
                    Long.parseUnsignedLong(range[1], 16));
        }

        int count(long mark) throws IOException {
            byte[] bytes = new byte[(int) (end - start)];
            try (RandomAccessFile memory = new RandomAccessFile("/proc/self/mem", "r")) {
                memory.seek(start);
                memory.readFully(bytes);
            }
            ByteBuffer words = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
            int count = 0;
            while (words.remaining() >= Long.BYTES) {
                count += words.getLong() == mark ? 1 : 0;
            }
            return count;
        }
    }
}
