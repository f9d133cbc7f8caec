package io.sallyport.gateway.dialect;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * One client's exchanges with a server, as its file says. {@code src/test/resources/.../dialect}
 * has the files and their grammar (FORMAT.md).
 *
 * @param name of the file
 * @param client name and version of the product
 * @param reader name of the reader that judges the answers
 * @param tls version of TLS that the client speaks
 * @param verifiesName whether the client names the server (SNI) and checks its certificate's name
 * @param profile with which the client is enrolled
 * @param facts where what the file says is known from
 * @param unverified what is not known, or empty
 * @param user name and password that the server knows of the client, or null
 */
record Dialect(String name, String client, String reader, String tls, boolean verifiesName,
        String profile, List<String> facts, List<String> unverified, @Nullable User user,
        Map<String, Scene> scenes) {

    /** A user of the client's partition. */
    record User(String name, String password) {}

    /** What happens in one situation. */
    record Scene(String name, List<Step> steps) {

        /** How many requests are answered. */
        long exchanges() {
            return steps.stream().filter(Step.Exchange.class::isInstance).count();
        }
    }

    /** One step of a scene. */
    sealed interface Step {

        /** A new TLS connection, in place of the present one; with another's certificate or not. */
        record Connect(boolean asStranger) implements Step {}

        /** The client ends its connection. */
        record Disconnect() implements Step {}

        /** A request and the batch items of its answer. */
        record Exchange(String title, List<Node> request, List<Node> answer) implements Step {}
    }

    /** The scene with this name, which has to be there. */
    Scene scene(String scene) {
        return Objects.requireNonNull(scenes.get(scene), scene);
    }

    /** How many requests there are in all scenes. */
    long exchanges() {
        return scenes.values().stream().mapToLong(Scene::exchanges).sum();
    }
}
