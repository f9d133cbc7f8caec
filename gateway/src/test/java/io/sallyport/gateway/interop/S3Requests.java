package io.sallyport.gateway.interop;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

/** As much of an S3 client as a test needs: signature version 2 and keys by name. */
final class S3Requests {
    static final String ACCESS_KEY = "TESTACCESS";
    static final String SECRET_KEY = "testsecret";

    private static final String ENCRYPTION = "x-amz-server-side-encryption";
    private static final String KEY_ID = "x-amz-server-side-encryption-aws-kms-key-id";

    private final String endpoint;
    private final HttpClient client = HttpClient.newHttpClient();

    S3Requests(String endpoint) {
        this.endpoint = endpoint;
    }

    HttpResponse<String> get(String path) throws Exception {
        return send("GET", path, null, null);
    }

    HttpResponse<String> put(String path, String body) throws Exception {
        return send("PUT", path, body, null);
    }

    /** Encrypted by the server under the key with this name. */
    HttpResponse<String> put(String path, String body, String key) throws Exception {
        return send("PUT", path, body, key);
    }

    private HttpResponse<String> send(String method, String path, @Nullable String body,
            @Nullable String key) throws IOException, InterruptedException,
            GeneralSecurityException {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME
                .format(ZonedDateTime.now(ZoneOffset.UTC));
        Map<String, String> amazon = new TreeMap<>();
        amazon.put("x-amz-date", date);
        if (key != null) {
            amazon.put(ENCRYPTION, "aws:kms");
            amazon.put(KEY_ID, key);
        }
        StringBuilder signed = new StringBuilder(method).append("\n\n\n\n");
        amazon.forEach((name, value) -> signed.append(name).append(':').append(value)
                .append('\n'));
        signed.append(path);
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(SECRET_KEY.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
        String signature = Base64.getEncoder().encodeToString(
                mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(endpoint + path))
                .timeout(Duration.ofSeconds(10))
                .header("Authorization", "AWS " + ACCESS_KEY + ":" + signature)
                .method(method, body == null ? BodyPublishers.noBody()
                        : BodyPublishers.ofString(body));
        amazon.forEach(request::header);
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
