package io.sallyport.gateway.dialect;

import java.io.IOException;
import java.util.function.IntSupplier;

import javax.net.ssl.SSLContext;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.dialect.Dialect.Scene;
import io.sallyport.gateway.dialect.Dialect.Step;

/** Plays one client, which remembers what it was told from scene to scene. Not thread-safe. */
final class Replay implements AutoCloseable {
    private final Dialect dialect;
    private final IntSupplier port;
    private final SSLContext own;
    private final SSLContext stranger;
    private final AnswerReader reader;
    private final Variables variables = new Variables();
    private @Nullable RecordConnection connection;
    private int played;

    /**
     * A client that is not connected.
     *
     * @param own TLS with the client's certificate
     * @param stranger TLS with the certificate of another client
     */
    Replay(Dialect dialect, IntSupplier port, SSLContext own, SSLContext stranger) {
        this.dialect = dialect;
        this.port = port;
        this.own = own;
        this.stranger = stranger;
        this.reader = AnswerReader.named(dialect.reader());
    }

    Dialect dialect() {
        return dialect;
    }

    /** How many requests were answered as they had to be. */
    int played() {
        return played;
    }

    /**
     * Plays a scene.
     *
     * @throws AssertionError if an answer is not one that the client takes
     */
    void play(Scene scene) throws IOException {
        for (Step step : scene.steps()) {
            switch (step) {
                case Step.Connect(boolean asStranger) -> connect(asStranger);
                case Step.Disconnect() -> close();
                case Step.Exchange exchange -> {
                    exchange(scene, exchange);
                    played++;
                }
            }
        }
    }

    /** Opens a connection as the client does. */
    void connect(boolean asStranger) throws IOException {
        close();
        connection = RecordConnection.open(port.getAsInt(), asStranger ? stranger : own,
                dialect.tls(), dialect.verifiesName());
    }

    private void exchange(Scene scene, Step.Exchange exchange) throws IOException {
        RecordConnection open = connection;
        if (open == null) {
            throw new IllegalStateException(
                    dialect.name() + " sends '" + exchange.title() + "' without a connection");
        }
        byte[] request = new RequestWriter(variables).write(exchange.request());
        open.send(request);
        String answered = "nothing";
        try {
            Received received = open.receive();
            answered = received.hex();
            WireItem message = reader.read(Asked.of(request), received);
            new AnswerPattern(variables).match(exchange.answer(), message);
        } catch (Objection e) {
            throw new AssertionError(dialect.name() + ", " + scene.name() + ", "
                    + exchange.title() + ": " + e.getMessage() + "\nanswered: " + answered, e);
        }
    }

    @Override
    public void close() throws IOException {
        RecordConnection open = connection;
        connection = null;
        if (open != null) {
            open.close();
        }
    }
}
