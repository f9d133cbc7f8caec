package io.sallyport.gateway.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;

import io.sallyport.gateway.admin.AdminClient;
import io.sallyport.gateway.admin.AdminException;
import io.sallyport.gateway.admin.AdminJson;
import io.sallyport.gateway.engine.EngineState;
import io.sallyport.gateway.rewrap.Progress;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sallyport engine}: the engine of a gateway that runs, and its domain keys. */
@Command(name = "engine", mixinStandardHelpOptions = true,
        description = "Show and test the engine; rotate and retire the keys that seal objects.",
        subcommands = {EngineCommand.Status.class, EngineCommand.Test.class,
                EngineCommand.Rotate.class,
                EngineCommand.Rewrap.class, EngineCommand.Retire.class})
final class EngineCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Made by picocli. */
    EngineCommand() {}

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(),
                "A command is missing; 'sallyport engine --help' shows all.");
    }

    /** {@code sallyport engine status}. */
    @Command(name = "status", mixinStandardHelpOptions = true,
            description = "Show how the engine is protected, its last self-test, and its terms.")
    static final class Status implements Callable<Integer> {
        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Mixin
        private OperatorOptions options = new OperatorOptions();

        /** Made by picocli. */
        Status() {}

        @Override
        public Integer call() throws Exception {
            AdminClient gateway = options.gateway();
            requireServing(gateway.status().getJsonObject("engine"));
            JsonObject engine = gateway.engine();
            PrintWriter out = spec.commandLine().getOut();
            if (options.isJson()) {
                out.println(engine.encodePrettily());
            } else {
                out.println(selfTest(engine.getJsonObject("selfTest")) + "; the engine served "
                        + engine.getLong("startMillis") + " ms after its start");
                out.println();
                out.print(protections(engine));
                out.println();
                out.print(terms(engine));
                out.println();
                out.println(RewrapWait.line(engine.getJsonObject("rewrap")));
            }
            out.flush();
            return 0;
        }

        /** An engine that does not serve can't tell why; the gateway can. */
        private static void requireServing(JsonObject engine) throws CommandException {
            String state = engine.getString("state");
            if (state.equals(EngineState.Phase.SEALED.name())) {
                throw new CommandException(
                        "The engine is sealed; 'sallyport unseal' lets it serve again.");
            }
            if (!state.equals(EngineState.Phase.READY.name())) {
                String failure = engine.getString("lastFailure");
                throw new CommandException("The engine does not serve (" + state + ")"
                        + (failure == null ? "." : ": " + failure));
            }
        }

        private static Table protections(JsonObject engine) {
            Table table = new Table("PROTECTION", "HOLDS", "BY");
            for (Object one : engine.getJsonArray("protections")) {
                JsonObject protection = (JsonObject) one;
                table.row(protection.getString("name"),
                        protection.getBoolean("achieved") ? "yes" : "NO",
                        protection.getString("detail"));
            }
            return table;
        }

        private static Table terms(JsonObject engine) {
            Table table = new Table("TERM", "CREATED", "SEALS, AT MOST", "OBJECTS", "");
            for (Object one : engine.getJsonArray("terms")) {
                JsonObject term = (JsonObject) one;
                table.row(term.getValue("term").toString(),
                        Instant.ofEpochSecond(term.getLong("created")).toString(),
                        term.getValue("seals").toString(), term.getValue("objects").toString(),
                        term.getBoolean("inForce") ? "in force" : "");
            }
            for (Object one : engine.getJsonArray("withoutKey", new JsonArray())) {
                JsonObject term = (JsonObject) one;
                table.row(term.getValue("term").toString(), "-", "-",
                        term.getValue("objects").toString(), "NO KEY");
            }
            return table;
        }
    }

    /** {@code sallyport engine test}. */
    @Command(name = "test", mixinStandardHelpOptions = true,
            description = "Run the engine's self-tests now.")
    static final class Test implements Callable<Integer> {
        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Mixin
        private OperatorOptions options = new OperatorOptions();

        /** Made by picocli. */
        Test() {}

        @Override
        public Integer call() throws Exception {
            JsonObject run = AdminJson.selfTest(
                    options.gateway().selfTest());
            spec.commandLine().getOut()
                    .println(options.isJson() ? run.encodePrettily() : selfTest(run));
            return 0;
        }
    }

    private static String selfTest(JsonObject run) {
        return run.getInteger("tests") + " self-tests passed at "
                + Instant.ofEpochSecond(run.getLong("finished")) + " in "
                + run.getLong("micros") / 1000 + " ms; code: " + run.getString("code");
    }

    /** {@code sallyport engine rotate}. */
    @Command(name = "rotate", mixinStandardHelpOptions = true,
            description = "Begin the next term, and seal all objects anew behind the service.")
    static final class Rotate implements Callable<Integer> {
        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Mixin
        private OperatorOptions options = new OperatorOptions();

        /** Made by picocli. */
        Rotate() {}

        @Override
        public Integer call() throws Exception {
            int term = options.gateway().rotateTerm();
            spec.commandLine().getOut().println(options.isJson()
                    ? new JsonObject().put("term", term).encodePrettily()
                    : "The term " + term + " is in force; objects are sealed anew behind the"
                            + " service. Back up the sealed state now.");
            return 0;
        }
    }

    /** {@code sallyport engine rewrap}. */
    @Command(name = "rewrap", mixinStandardHelpOptions = true,
            description = "Seal what older terms seal anew; it goes on when this command ends.")
    static final class Rewrap implements Callable<Integer> {
        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Mixin
        private OperatorOptions options = new OperatorOptions();

        @Option(names = "--wait", description = "wait until it is done, and show how far it is")
        private boolean wait;

        /** Made by picocli. */
        Rewrap() {}

        @Override
        public Integer call() throws Exception {
            AdminClient gateway = options.gateway();
            gateway.rewrap();
            PrintWriter out = spec.commandLine().getOut();
            Progress progress = wait
                    ? new RewrapWait(gateway, out, !options.isJson()).untilDone()
                    : gateway.rewrapProgress();
            JsonObject json = AdminJson.progress(progress);
            out.println(options.isJson() ? json.encodePrettily() : RewrapWait.line(json));
            if (wait && progress.left() > 0) {
                throw new CommandException(progress.left()
                        + " objects can't be sealed anew; the gateway's log names them.");
            }
            return 0;
        }
    }

    /** {@code sallyport engine retire}. */
    @Command(name = "retire", mixinStandardHelpOptions = true,
            description = "Destroy the key of a term that seals nothing any more.")
    static final class Retire implements Callable<Integer> {
        private static final String WARNING =
                "Backups of the store from before the re-wrapping will"
                        + " not open any more without a backup of the sealed state that has the term ";

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Mixin
        private OperatorOptions options = new OperatorOptions();

        @Parameters(paramLabel = "TERM", description = "number of the term")
        private int term;

        @Option(names = "--yes", description = "do not ask")
        private boolean yes;

        /** Made by picocli. */
        Retire() {}

        @Override
        public Integer call() throws Exception {
            AdminClient gateway = options.gateway();
            if (!yes) {
                confirm();
            }
            gateway.retireTerm(term);
            spec.commandLine().getOut().println(options.isJson()
                    ? new JsonObject().put("retired", term).encodePrettily()
                    : "The key of the term " + term + " is destroyed. " + WARNING + term + ".");
            return 0;
        }

        private void confirm() throws CommandException, AdminException {
            Console console = Optional.ofNullable(System.console()).filter(Console::isTerminal)
                    .orElseThrow(() -> new CommandException(
                            WARNING + term + "; repeat the command with --yes."));
            String answer = console.readLine("%s%d. Destroy the key? Type yes: ", WARNING, term);
            if (answer == null || !answer.strip().equals("yes")) {
                throw new CommandException("Nothing was destroyed.");
            }
        }
    }
}
