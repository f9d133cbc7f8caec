package io.sallyport.gateway.canary;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.sallyport.gateway.identity.Profile;
import io.sallyport.gateway.identity.Role;
import io.sallyport.gateway.identity.Subject;
import io.sallyport.gateway.net.ConnectionLimits;
import io.sallyport.gateway.net.KmipListener;
import io.sallyport.gateway.net.ListenerOptions;
import io.sallyport.gateway.net.TestCa;
import io.sallyport.gateway.session.Answer;
import io.sallyport.gateway.session.MessageProcessor;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

/**
 * A server through which keys pass, in a process of its own so that its memory can be searched. It
 * runs the garbage collector while it holds a key. Requests, after the header: what to do (4
 * bytes), where the key is (4), the key. Answers: the key at offset 8, or nothing.
 */
public final class CanaryServer {

    /** The key comes in, and is forgotten. */
    static final int TAKE = 1;

    /** The key comes in with every bit turned, and goes out as it is. */
    static final int GIVE = 2;

    /** The key comes in, and a careless copy is kept. */
    static final int LEAK = 3;

    static final int KEY_BYTES = 32;
    private static final int FIXED_BYTES = 16;
    private static final List<byte[]> CARELESS = new ArrayList<>();

    private CanaryServer() {}

    /** Runs the server; writes its client's key store and its certificate to the directory. */
    public static void main(String[] args) throws Exception {
        TestCa ca = new TestCa("Canary");
        TestCa.Holder client = ca.issue("client");
        try (OutputStream out = Files.newOutputStream(Path.of(args[0], "client.p12"))) {
            TestCa.keyStore(client).store(out, "changeit".toCharArray());
        }
        Files.write(Path.of(args[0], "ca.der"), ca.certificate().getEncoded());
        Subject subject = new Subject("canary", "canary", Role.CRYPTO_USER, null,
                Profile.DEFAULT);
        KmipListener listener = new KmipListener(Vertx.vertx(),
                new ListenerOptions("127.0.0.1", 0, 1, ca.server(), List.of(ca.certificate()),
                        ConnectionLimits.DEFAULT),
                _ -> Optional.of(subject), new Keys(), (_, _, _) -> {});
        listener.start().toCompletionStage().toCompletableFuture().get();
        System.out.println("port " + listener.port());
        System.in.transferTo(OutputStream.nullOutputStream());
        System.exit(0);
    }

    /** A request with a key somewhere in it. */
    static byte[] request(int what, int padding, byte[] key) {
        int length = FIXED_BYTES + padding + KEY_BYTES;
        ByteBuffer out = ByteBuffer.allocate(length).putInt(0x42007801).putInt(length - 8);
        out.putInt(what).putInt(FIXED_BYTES + padding);
        return out.position(FIXED_BYTES + padding).put(key).array();
    }

    /** The processor behind the canary servers of both listeners. */
    static final class Keys implements MessageProcessor {
        @Override
        public Future<Answer> process(Subject subject, String peer, ByteBuffer frame) {
            System.gc();
            int key = frame.getInt(12);
            return switch (frame.getInt(8)) {
                case TAKE -> Future.succeededFuture(new KeyAnswer(frame, key, 0));
                case GIVE -> Future.succeededFuture(new KeyAnswer(frame, key, KEY_BYTES));
                default -> {
                    byte[] copy = new byte[KEY_BYTES];
                    frame.get(key, copy);
                    CARELESS.add(copy);
                    yield Future.succeededFuture(new KeyAnswer(frame, key, 0));
                }
            };
        }

        @Override
        public boolean changesState(ByteBuffer frame) {
            return true;
        }
    }

    private record KeyAnswer(ByteBuffer frame, int key, int keyBytes) implements Answer {
        @Override
        public int length() {
            return 8 + keyBytes;
        }

        @Override
        public void writeTo(ByteBuffer out) {
            out.putInt(0x42007B01).putInt(keyBytes);
            for (int i = 0; i < keyBytes; i++) {
                out.put((byte) ~frame.get(key + i));
            }
            System.gc();
        }

        @Override
        public void release() {
            // The frame is the listener's.
        }
    }
}
