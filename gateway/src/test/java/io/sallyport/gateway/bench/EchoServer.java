package io.sallyport.gateway.bench;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

import io.sallyport.gateway.identity.PemFiles;
import io.sallyport.gateway.identity.Profile;
import io.sallyport.gateway.identity.Role;
import io.sallyport.gateway.identity.Subject;
import io.sallyport.gateway.net.ConnectionLimits;
import io.sallyport.gateway.net.KmipListener;
import io.sallyport.gateway.net.ListenerOptions;
import io.sallyport.gateway.net.TestCa;
import io.sallyport.gateway.net.tls.ServerIdentity;
import io.sallyport.gateway.session.Answer;
import io.sallyport.gateway.session.MessageProcessor;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

/**
 * The listener with nothing behind it: every request gets the same successful KMIP answer. What it
 * reaches is the ceiling of the real gateway on the same machine.
 *
 * <p>Arguments: a directory; bytes of an answer, a multiple of 8 from 128; the port, if not any free
 * one; event loops, if not one. If the directory is the home of a gateway, then the server shows the
 * gateway's certificate and serves its clients; else the directory gets {@code client.p12} (password
 * changeit) and {@code ca.crt}. It prints {@code port} and its number, and runs until its standard
 * input ends.
 */
public final class EchoServer {

    private static final int ANSWER_BYTES_MIN = 128;

    private EchoServer() {}

    /** Runs the server. */
    public static void main(String[] args) throws Exception {
        Path directory = Files.createDirectories(Path.of(args[0]));
        boolean isHome = Files.exists(directory.resolve("tls/server.pem"));
        Subject subject = new Subject("echo", "echo", Role.CRYPTO_USER, null, Profile.DEFAULT);
        KmipListener listener = new KmipListener(Vertx.vertx(),
                isHome ? ofHome(directory, args) : ofItsOwn(directory, args),
                _ -> Optional.of(subject), new Echo(success(Integer.parseInt(args[1]))),
                (peer, reason, _) -> System.err.println(peer + " " + reason));
        listener.start().toCompletionStage().toCompletableFuture().get();
        System.out.println("port " + listener.port());
        System.in.transferTo(OutputStream.nullOutputStream());
        System.exit(0);
    }

    private static ListenerOptions ofHome(Path home, String[] args) throws Exception {
        var server = PemFiles.read(home.resolve("tls/server.pem"),
                home.resolve("tls/server-key.pem"));
        return options(new ServerIdentity(server.key(), List.of(server.certificate())),
                PemFiles.readCertificate(home.resolve("ca/ca.pem")), args);
    }

    private static ListenerOptions ofItsOwn(Path directory, String[] args) throws Exception {
        TestCa ca = new TestCa("Echo");
        try (OutputStream out = Files.newOutputStream(directory.resolve("client.p12"))) {
            TestCa.keyStore(ca.issue("client")).store(out, "changeit".toCharArray());
        }
        Files.deleteIfExists(directory.resolve("ca.crt"));
        PemFiles.writeCertificates(directory.resolve("ca.crt"), ca.certificate());
        return options(ca.server(), ca.certificate(), args);
    }

    private static ListenerOptions options(ServerIdentity identity, X509Certificate authority,
            String[] args) {
        int port = args.length > 2 ? Integer.parseInt(args[2]) : 0;
        int eventLoops = args.length > 3 ? Integer.parseInt(args[3]) : 1;
        return new ListenerOptions("127.0.0.1", port, eventLoops, identity, List.of(authority),
                ConnectionLimits.DEFAULT);
    }

    /** A response to one Encrypt, filled up with data. */
    static ByteBuffer success(int bytes) {
        if (bytes < ANSWER_BYTES_MIN || bytes % 8 != 0) {
            throw new IllegalArgumentException("No KMIP answer has " + bytes + " bytes.");
        }
        ByteBuffer out = ByteBuffer.allocateDirect(bytes);
        out.putInt(0x42007B01).putInt(bytes - 8);
        out.putInt(0x42007A01).putInt(56);
        out.putInt(0x42006901).putInt(32);
        out.putInt(0x42006A02).putInt(4).putLong(1L << 32);
        out.putInt(0x42006B02).putInt(4).putLong(2L << 32);
        out.putInt(0x42000D02).putInt(4).putLong(1L << 32);
        int item = bytes - out.position() - 8;
        out.putInt(0x42000F01).putInt(item);
        out.putInt(0x42007F05).putInt(4).putLong(0);
        out.putInt(0x42007901).putInt(item - 24);
        out.putInt(0x4200C208).putInt(item - 32);
        return out.clear();
    }

    private record Echo(ByteBuffer message) implements MessageProcessor, Answer {
        @Override
        public Future<Answer> process(Subject subject, String peer, ByteBuffer frame) {
            return Future.succeededFuture(this);
        }

        @Override
        public boolean changesState(ByteBuffer frame) {
            return false;
        }

        @Override
        public int length() {
            return message.capacity();
        }

        @Override
        public void writeTo(ByteBuffer out) {
            out.put(message.duplicate());
        }

        @Override
        public void release() {
            // One message serves all.
        }
    }
}
