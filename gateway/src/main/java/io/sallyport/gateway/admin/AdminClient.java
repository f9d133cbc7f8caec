package io.sallyport.gateway.admin;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.port.EnrolledCertificate;
import io.sallyport.gateway.port.EnrolledUser;
import io.sallyport.gateway.port.StoredToken;
import io.sallyport.gateway.port.UserPort;
import io.sallyport.gateway.rewrap.Progress;
import io.sallyport.hsm.command.EngineResult.SelfTested;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;

/**
 * Administration of a gateway in another process, over its Unix socket: one HTTP/1.0 exchange for
 * each call. Safe for every thread.
 */
public final class AdminClient implements Administration, EngineAdministration, Diagnostics {
    private static final byte[] HEAD_END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int OK = 200;

    private final Path socket;

    /** A client of the gateway that listens at this socket. */
    public AdminClient(Path socket) {
        this.socket = socket;
    }

    /** What the gateway says about itself. */
    public JsonObject status() throws AdminException {
        return json("GET", "/status", new JsonObject());
    }

    /** Sends a KMIP message of the operator; returns the answer's bytes. */
    public byte[] kmip(String partition, byte[] message) throws AdminException {
        return exchange("POST",
                "/kmip?partition=" + URLEncoder.encode(partition, StandardCharsets.UTF_8), message);
    }

    @Override
    public List<EnrolledCertificate> clients() throws AdminException {
        return AdminJson.clients(json("GET", "/clients", new JsonObject()).getJsonArray("clients"));
    }

    @Override
    public void enrol(EnrolledCertificate certificate) throws AdminException {
        json("POST", "/clients", AdminJson.client(certificate));
    }

    @Override
    public void revoke(String client) throws AdminException {
        json("POST", "/clients/revoke", new JsonObject().put("client", client));
    }

    @Override
    public List<EnrolledUser> users() throws AdminException {
        return AdminJson.users(json("GET", "/users", new JsonObject()).getJsonArray("users"));
    }

    @Override
    public void addUser(EnrolledUser user) throws AdminException {
        json("POST", "/users", AdminJson.user(user));
    }

    @Override
    public void removeUser(String partition, UserPort.Kind kind, String name)
            throws AdminException {
        json("POST", "/users/remove", new JsonObject().put("partition", partition)
                .put("kind", kind.name()).put("name", name));
    }

    @Override
    public List<StoredToken> tokens() throws AdminException {
        return AdminJson.tokens(json("GET", "/tokens", new JsonObject()).getJsonArray("tokens"));
    }

    @Override
    public void addToken(StoredToken token) throws AdminException {
        json("POST", "/tokens", AdminJson.token(token));
    }

    @Override
    public void renewToken(String name, @Nullable Long expires) throws AdminException {
        json("POST", "/tokens/renew",
                new JsonObject().put("name", name).put("expires", expires));
    }

    @Override
    public void revokeToken(String name) throws AdminException {
        json("POST", "/tokens/revoke", new JsonObject().put("name", name));
    }

    @Override
    public AuditSummary verifyAudit() throws AdminException {
        return AdminJson.audit(json("POST", "/audit/verify", new JsonObject()));
    }

    @Override
    public JsonObject engine() throws AdminException {
        return json("GET", "/engine", new JsonObject());
    }

    @Override
    public Progress rewrapProgress() throws AdminException {
        return AdminJson.progress(json("GET", "/engine/rewrap", new JsonObject()));
    }

    @Override
    public int rotateTerm() throws AdminException {
        return json("POST", "/engine/rotate", new JsonObject()).getInteger("term");
    }

    @Override
    public SelfTested selfTest() throws AdminException {
        return AdminJson.selfTest(json("POST", "/engine/test", new JsonObject()));
    }

    @Override
    public void seal() throws AdminException {
        json("POST", "/engine/seal", new JsonObject());
    }

    @Override
    public void unseal() throws AdminException {
        json("POST", "/engine/unseal", new JsonObject());
    }

    @Override
    public void rewrap() throws AdminException {
        json("POST", "/engine/rewrap", new JsonObject());
    }

    @Override
    public void retireTerm(int term) throws AdminException {
        json("POST", "/engine/retire", new JsonObject().put("term", term));
    }

    @Override
    public List<RefusedConnection> refusedConnections() throws AdminException {
        return RefusalJson.connections(json("GET", "/refused/connections", new JsonObject())
                .getJsonArray("connections"));
    }

    @Override
    public List<RefusedOperation> refusedOperations(@Nullable String client, long sinceMillis)
            throws AdminException {
        return RefusalJson.operations(json("POST", "/refused/operations",
                new JsonObject().put("client", client).put("since", sinceMillis))
                .getJsonArray("operations"));
    }

    @Override
    public List<ClockStep> clockSteps() throws AdminException {
        return RefusalJson.steps(json("GET", "/clock-steps", new JsonObject())
                .getJsonArray("steps"));
    }

    private JsonObject json(String method, String path, JsonObject body) throws AdminException {
        byte[] sent = method.equals("GET") ? new byte[0] : body.toBuffer().getBytes();
        return Buffer.buffer(exchange(method, path, sent)).toJsonObject();
    }

    private byte[] exchange(String method, String path, byte[] body) throws AdminException {
        byte[] answer;
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            String head = method + " " + path + " HTTP/1.0\r\nContent-Length: " + body.length
                    + "\r\n\r\n";
            send(channel, ByteBuffer.wrap(head.getBytes(StandardCharsets.US_ASCII)));
            send(channel, ByteBuffer.wrap(body));
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            Channels.newInputStream(channel).transferTo(all);
            answer = all.toByteArray();
        } catch (IOException e) {
            throw new AdminException("The gateway does not answer at " + socket + ": "
                    + e.getMessage() + ".", e);
        }
        int headEnd = indexOf(answer, HEAD_END);
        String[] statusLine = new String(answer, 0, Math.max(headEnd, 0),
                StandardCharsets.US_ASCII).split("[ \r]", 3);
        if (headEnd < 0 || statusLine.length < 2) {
            throw new AdminException("The gateway closed the connection without an answer.");
        }
        byte[] content = Arrays.copyOfRange(answer, headEnd + HEAD_END.length, answer.length);
        if (Integer.parseInt(statusLine[1]) != OK) {
            throw new AdminException(Buffer.buffer(content).toJsonObject().getString("error",
                    "The gateway refused without a reason."));
        }
        return content;
    }

    private static void send(SocketChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static int indexOf(byte[] all, byte[] part) {
        for (int i = 0; i + part.length <= all.length; i++) {
            if (Arrays.equals(all, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        return -1;
    }
}
