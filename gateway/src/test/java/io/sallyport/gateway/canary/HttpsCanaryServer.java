package io.sallyport.gateway.canary;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import io.sallyport.gateway.identity.Profile;
import io.sallyport.gateway.identity.Role;
import io.sallyport.gateway.identity.Subject;
import io.sallyport.gateway.net.ConnectionLimits;
import io.sallyport.gateway.net.ListenerOptions;
import io.sallyport.gateway.net.TestCa;
import io.sallyport.gateway.net.http.HttpsListener;
import io.sallyport.gateway.net.http.KmipEndpoint;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

/** The {@link CanaryServer} behind the HTTPS listener. */
public final class HttpsCanaryServer {
    private HttpsCanaryServer() {}

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
        Vertx vertx = Vertx.vertx();
        HttpsListener listener = new HttpsListener(vertx,
                new ListenerOptions("127.0.0.1", 0, 1, ca.server(), List.of(ca.certificate()),
                        ConnectionLimits.DEFAULT),
                _ -> Optional.of(subject),
                List.of(new KmipEndpoint(vertx, new CanaryServer.Keys(), false,
                        ConnectionLimits.DEFAULT.messageBytesMax())),
                (_, _, _) -> Future.succeededFuture());
        listener.start().toCompletionStage().toCompletableFuture().get();
        System.out.println("port " + listener.port());
        System.in.transferTo(OutputStream.nullOutputStream());
        System.exit(0);
    }
}
