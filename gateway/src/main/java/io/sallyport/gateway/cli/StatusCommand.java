package io.sallyport.gateway.cli;

import java.util.concurrent.Callable;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code sallyport status}: one screen that says what is wrong. */
@Command(name = "status", mixinStandardHelpOptions = true,
        description = "Show how the gateway is; exit code 1 when something is wrong.")
final class StatusCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private OperatorOptions options = new OperatorOptions();

    /** Made by picocli. */
    StatusCommand() {}

    @Override
    public Integer call() throws Exception {
        JsonObject status = options.gateway().status();
        if (options.isJson()) {
            spec.commandLine().getOut().println(status.encodePrettily());
        } else {
            spec.commandLine().getOut().print(text(status));
        }
        spec.commandLine().getOut().flush();
        if (status.getBoolean("healthy")) {
            return 0;
        }
        throw new CommandException(String.join(" ", status.getJsonArray("problems").stream()
                .map(String::valueOf).toList()));
    }

    private static String connections(JsonObject net) {
        return "open " + net.getValue("open") + ", accepted " + net.getValue("accepted")
                + ", refused " + net.getValue("refused");
    }

    private static String text(JsonObject status) {
        Table table = new Table("sallyport", status.getString("version"));
        JsonObject engine = status.getJsonObject("engine");
        JsonObject store = status.getJsonObject("store");
        JsonObject audit = status.getJsonObject("audit");
        table.row("healthy", status.getBoolean("healthy") ? "yes" : "no");
        table.row("uptime", status.getLong("uptimeSeconds") + " s");
        table.row("process", status.getValue("pid").toString());
        table.row("kmip", status.getString("kmip"));
        table.row("https", status.getString("https"));
        table.row("domain", status.getString("domain"));
        table.row("engine", engine.getString("state") + ", process " + engine.getValue("pid")
                + ", restarts " + engine.getValue("restarts"));
        if (engine.getString("lastFailure") != null) {
            table.row("last failure", engine.getString("lastFailure"));
        }
        table.row("store", store.getString("path") + ", " + store.getValue("bytes")
                + " bytes, objects " + store.getValue("objects") + ", free on its disk "
                + store.getValue("bytesFree") + " bytes");
        table.row("journal",
                "queued " + status.getJsonObject("journal").getValue("queued"));
        table.row("audit", audit.getValue("entries") + " entries, last hash "
                + audit.getValue("lastHash"));
        table.row("connections", connections(status.getJsonObject("connections")));
        table.row("over https", connections(status.getJsonObject("httpsConnections")));
        for (Object one : engine.getJsonArray("protections", new JsonArray())) {
            JsonObject protection = (JsonObject) one;
            table.row("protection", protection.getString("name") + ": "
                    + (protection.getBoolean("achieved") ? "yes" : "NO") + " ("
                    + protection.getString("detail") + ")");
        }
        return table.toString();
    }
}
