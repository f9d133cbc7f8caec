package io.sallyport.gateway.admin;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.net.Refusal;
import io.sallyport.gateway.net.RefusedPeer;
import io.sallyport.gateway.net.RefusedPeer.Shown;
import io.sallyport.gateway.net.tls.FirstFlight;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** The JSON of refusals and clock steps on the administration's interface. */
final class RefusalJson {
    private RefusalJson() {}

    static JsonArray connections(List<RefusedConnection> connections) {
        JsonArray array = new JsonArray();
        connections.forEach(one -> array.add(connection(one)));
        return array;
    }

    static List<RefusedConnection> connections(JsonArray array) {
        return array.stream().map(JsonObject.class::cast).map(RefusalJson::connection).toList();
    }

    static JsonArray operations(List<RefusedOperation> operations) {
        JsonArray array = new JsonArray();
        operations.forEach(one -> array.add(new JsonObject().put("client", one.client())
                .put("operation", one.operation()).put("reason", one.reason())
                .put("count", one.count()).put("last", one.lastMillis())
                .put("object", one.objectId()).put("version", one.version())
                .put("text", one.text())));
        return array;
    }

    static List<RefusedOperation> operations(JsonArray array) {
        return array.stream().map(JsonObject.class::cast)
                .map(json -> new RefusedOperation(json.getString("client"),
                        json.getString("operation"), json.getString("reason"),
                        json.getLong("count"), json.getLong("last"), json.getString("object"),
                        json.getString("version"), json.getString("text")))
                .toList();
    }

    static JsonArray steps(List<ClockStep> steps) {
        JsonArray array = new JsonArray();
        steps.forEach(one -> array.add(
                new JsonObject().put("from", one.fromMillis()).put("to", one.toMillis())));
        return array;
    }

    static List<ClockStep> steps(JsonArray array) {
        return array.stream().map(JsonObject.class::cast)
                .map(json -> new ClockStep(json.getLong("from"), json.getLong("to"))).toList();
    }

    private static JsonObject connection(RefusedConnection one) {
        RefusedPeer peer = one.peer();
        FirstFlight flight = peer.flight();
        JsonObject json = new JsonObject().put("listener", one.listener())
                .put("reason", peer.reason().name()).put("address", peer.address())
                .put("first", peer.firstMillis()).put("last", peer.lastMillis())
                .put("count", peer.count()).put("detail", peer.detail())
                .put("spoke", flight.kind().name())
                .put("versions", new JsonArray(flight.versions()))
                .put("suites", new JsonArray(flight.suites()))
                .put("serverName", flight.serverName());
        Shown shown = peer.certificate();
        return shown == null ? json
                : json.put("certificate", new JsonObject().put("subject", shown.subject())
                        .put("issuer", shown.issuer()).put("fingerprint", shown.fingerprint())
                        .put("notBefore", shown.notBefore()).put("notAfter", shown.notAfter()));
    }

    private static RefusedConnection connection(JsonObject json) {
        FirstFlight flight = new FirstFlight(
                FirstFlight.Kind.valueOf(json.getString("spoke")),
                texts(json.getJsonArray("versions")), texts(json.getJsonArray("suites")),
                json.getString("serverName"));
        return new RefusedConnection(json.getString("listener"), new RefusedPeer(
                Refusal.valueOf(json.getString("reason")), json.getString("address"),
                json.getLong("first"), json.getLong("last"), json.getLong("count"), flight,
                json.getString("detail"), shown(json.getJsonObject("certificate"))));
    }

    private static @Nullable Shown shown(@Nullable JsonObject json) {
        return json == null ? null
                : new Shown(json.getString("subject"), json.getString("issuer"),
                        json.getString("fingerprint"), json.getLong("notBefore"),
                        json.getLong("notAfter"));
    }

    private static List<String> texts(JsonArray array) {
        return array.stream().map(String::valueOf).toList();
    }
}
