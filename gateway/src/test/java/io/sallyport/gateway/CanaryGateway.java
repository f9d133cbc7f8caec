package io.sallyport.gateway;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.UnaryOperator;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.sallyport.gateway.engine.EngineCommandLine;
import io.sallyport.gateway.identity.Subject;
import io.sallyport.gateway.net.ConnectionLimits;
import io.sallyport.gateway.selftest.SelfTestSchedule.Timer;
import io.sallyport.gateway.session.Answer;
import io.sallyport.gateway.session.MessageProcessor;
import io.vertx.core.Future;

/**
 * The gateway as {@code serve} runs it, with a habit: something more that it does around each
 * message. For a process whose memory is searched. Takes the arguments of {@code serve}, and the
 * habit by the system property {@value #HABIT}.
 */
public final class CanaryGateway {
    /** The system property that names the {@link Habit}. */
    public static final String HABIT = "sallyport.canary.habit";

    private static final Logger LOG = LoggerFactory.getLogger(CanaryGateway.class);
    private static final LongAdder COLLECTIONS = new LongAdder();

    private CanaryGateway() {}

    /** What it does around each message. */
    public enum Habit {
        /**
         * Runs the garbage collector while it holds the request, and again while it holds the
         * request, what the engine answered, and the encoded answer.
         */
        COLLECTS,
        /** Keeps a copy of each request, and logs it. */
        KEEPS_COPIES,
        /** Copies each request, runs the garbage collector, and wipes what it then has. */
        WIPES_COPIES;

        private MessageProcessor around(MessageProcessor gateway) {
            return switch (this) {
                case COLLECTS -> new Collecting(gateway);
                case KEEPS_COPIES -> new Careless(gateway, new ArrayList<>());
                case WIPES_COPIES -> new Wiping(gateway);
            };
        }
    }

    /** Serves until a signal ends it; tells then how often it ran the garbage collector. */
    public static void main(String[] arguments) throws Exception {
        Map<String, String> options = new HashMap<>();
        for (int i = 1; i + 1 < arguments.length; i += 2) {
            options.put(arguments[i], arguments[i + 1]);
        }
        Habit habit = Habit.valueOf(System.getProperty(HABIT));
        UnaryOperator<MessageProcessor> around = habit::around;
        Gateway gateway = Gateway.start(new GatewayOptions(Path.of(need(options, "--home")),
                need(options, "--listen"), Integer.valueOf(need(options, "--kmip-port")),
                Integer.valueOf(need(options, "--https-port")), EngineCommandLine.installed(),
                ConnectionLimits.DEFAULT), Timer.ofThisMachine(), around);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            gateway.close();
            System.err.println("collections " + COLLECTIONS.sum());
            Runtime.getRuntime().halt(0);
        }));
        System.out.println(
                "ready kmip=" + gateway.kmipAddress() + " https=" + gateway.httpsAddress());
        throw gateway.failure().get();
    }

    private static String need(Map<String, String> options, String name) {
        return Objects.requireNonNull(options.get(name), name);
    }

    private static void collect() {
        System.gc();
        COLLECTIONS.increment();
    }

    private record Collecting(MessageProcessor gateway) implements MessageProcessor {
        @Override
        public Future<Answer> process(Subject subject, String peer, ByteBuffer frame) {
            collect();
            return gateway.process(subject, peer, frame).map(CollectingAnswer::new);
        }

        @Override
        public boolean changesState(ByteBuffer frame) {
            return gateway.changesState(frame);
        }
    }

    private record CollectingAnswer(Answer answer) implements Answer {
        @Override
        public int length() {
            return answer.length();
        }

        @Override
        public void writeTo(ByteBuffer out) {
            answer.writeTo(out);
            collect();
        }

        @Override
        public void release() {
            answer.release();
        }
    }

    private static byte[] copyOf(ByteBuffer frame) {
        byte[] copy = new byte[frame.remaining()];
        frame.duplicate().get(copy);
        return copy;
    }

    private record Careless(MessageProcessor gateway, List<byte[]> copies)
            implements
                MessageProcessor {
        @Override
        public Future<Answer> process(Subject subject, String peer, ByteBuffer frame) {
            byte[] copy = copyOf(frame);
            copies.add(copy);
            LOG.info("A message of {}: {}", subject.clientName(), HexFormat.of().formatHex(copy));
            return gateway.process(subject, peer, frame);
        }

        @Override
        public boolean changesState(ByteBuffer frame) {
            return gateway.changesState(frame);
        }
    }

    /** What seems careful and is not: the collector has moved the array, and left the old bytes. */
    private record Wiping(MessageProcessor gateway) implements MessageProcessor {
        @Override
        public Future<Answer> process(Subject subject, String peer, ByteBuffer frame) {
            byte[] copy = copyOf(frame);
            collect();
            Arrays.fill(copy, (byte) 0);
            return gateway.process(subject, peer, frame);
        }

        @Override
        public boolean changesState(ByteBuffer frame) {
            return gateway.changesState(frame);
        }
    }
}
