package io.sallyport.gateway.conformance;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

import javax.net.ssl.SSLContext;

import io.sallyport.kmip.client.ServerAddress;
import io.sallyport.kmip.message.MessageEncoding;

/** KMIP over HTTPS (KMIP Profiles, HTTPS): each request is posted to /kmip. */
public final class HttpsConnection implements CaseConnection {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int OK = 200;

    private final HttpClient client;
    private final URI target;
    private final CaseEncoding encoding;

    private HttpsConnection(HttpClient client, URI target, CaseEncoding encoding) {
        this.client = client;
        this.target = target;
        this.encoding = encoding;
    }

    /** A connection that is opened by its first request. */
    public static HttpsConnection to(ServerAddress server, SSLContext tls,
            CaseEncoding encoding) {
        String host = server.host().contains(":") ? "[" + server.host() + "]" : server.host();
        return new HttpsConnection(
                HttpClient.newBuilder().sslContext(tls).connectTimeout(PATIENCE)
                        .version(HttpClient.Version.HTTP_1_1).build(),
                URI.create("https://" + host + ":" + server.port() + "/kmip"), encoding);
    }

    @Override
    public byte[] exchange(byte[] request) throws IOException {
        return encoding.read(post(encoding.write(request)));
    }

    @Override
    public Set<MessageEncoding> encodings() {
        return EnumSet.of(MessageEncoding.TTLV, encoding.form());
    }

    @Override
    public byte[] exchange(byte[] request, MessageEncoding form) throws IOException {
        return form == encoding.form() ? post(request) : exchange(request);
    }

    private byte[] post(byte[] body) throws IOException {
        HttpRequest post = HttpRequest.newBuilder(target).timeout(PATIENCE)
                .header("content-type", encoding.contentType()).header("cache-control", "no-cache")
                .POST(BodyPublishers.ofByteArray(body)).build();
        HttpResponse<byte[]> answer;
        try {
            answer = client.send(post, BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
        String type = answer.headers().firstValue("content-type").orElse("none");
        if (answer.statusCode() != OK) {
            throw new IOException("the server answered with HTTP status " + answer.statusCode());
        }
        if (!type.split(";", 2)[0].strip().equalsIgnoreCase(encoding.contentType())) {
            throw new IOException("the answer has the content type " + type);
        }
        return answer.body();
    }

    @Override
    public void close() {
        client.close();
    }
}
