package io.sallyport.gateway.cli;

import java.util.concurrent.Callable;

import io.sallyport.gateway.home.Home;
import io.sallyport.kmip.message.payload.Activate;
import io.sallyport.kmip.message.payload.Destroy;
import io.sallyport.kmip.message.payload.Revoke;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.RevocationReason;
import io.sallyport.kmip.model.RevocationReasonCode;
import io.sallyport.kmip.model.UniqueIdentifier;
import io.vertx.core.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sallyport key}: the keys of a partition, through the running gateway. */
@Command(name = "key", mixinStandardHelpOptions = true,
        description = "List, show, create, activate, revoke and destroy keys.",
        subcommands = {KeyListCommand.class, KeyShowCommand.class, KeyCreateCommand.class,
                KeyRotateCommand.class, KeyCommand.Start.class, KeyCommand.Stop.class,
                KeyCommand.Erase.class})
final class KeyCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Made by picocli. */
    KeyCommand() {}

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(),
                "A command is missing; 'sallyport key --help' shows all.");
    }

    /** What the commands for keys have in common. */
    abstract static class OnKeys implements Callable<Integer> {
        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Mixin
        private HomeOption home = new HomeOption();

        @Mixin
        private OutputOption output = new OutputOption();

        @Option(names = "--partition", paramLabel = "P", defaultValue = "default",
                description = "tenant that owns the keys (default: default)")
        private String partition = "default";

        /** Acts, and prints what came of it. */
        abstract void act(OperatorKeys keys) throws Exception;

        @Override
        public Integer call() throws Exception {
            act(new OperatorKeys(OperatorAccess.required(Home.open(home.path())), partition));
            spec.commandLine().getOut().flush();
            return 0;
        }

        boolean isJson() {
            return output.isJson();
        }

        void print(Object text) {
            spec.commandLine().getOut().print(text);
        }

        /** Prints the key that a command changed, and in words what was done. */
        void printDone(String id, String done) {
            print(isJson()
                    ? new JsonObject().put("id", id).encodePrettily() + "\n"
                    : done + " " + id + ".\n");
        }
    }

    /** A command for one key. */
    abstract static class OnKey extends OnKeys {
        @Parameters(paramLabel = "ID", description = "unique identifier of the key")
        private String id = "";

        UniqueIdentifier id() {
            return UniqueIdentifier.of(id);
        }
    }

    /** {@code sallyport key activate}. */
    @Command(name = "activate", mixinStandardHelpOptions = true,
            description = "Put a key into service.")
    static final class Start extends OnKey {
        /** Made by picocli. */
        Start() {}

        @Override
        void act(OperatorKeys keys) throws Exception {
            printDone(keys.call(new Activate.Request(id()), Activate.Response.class)
                    .uniqueIdentifier(), "Activated the key");
        }
    }

    /** {@code sallyport key revoke}. */
    @Command(name = "revoke", mixinStandardHelpOptions = true,
            description = "Take a key out of service for encryption.")
    static final class Stop extends OnKey {
        @Option(names = "--compromised",
                description = "the key is known to others: it becomes compromised")
        private boolean compromised;

        /** Made by picocli. */
        Stop() {}

        @Override
        void act(OperatorKeys keys) throws Exception {
            RevocationReasonCode code = compromised
                    ? RevocationReasonCode.KEY_COMPROMISE
                    : RevocationReasonCode.CESSATION_OF_OPERATION;
            Revoke.Request request = new Revoke.Request(id(),
                    new RevocationReason(Enumerated.of(code), null), null);
            printDone(keys.call(request, Revoke.Response.class).uniqueIdentifier(),
                    "Revoked the key");
        }
    }

    /** {@code sallyport key destroy}. */
    @Command(name = "destroy", mixinStandardHelpOptions = true,
            description = "Erase the material of a key for ever.")
    static final class Erase extends OnKey {
        /** Made by picocli. */
        Erase() {}

        @Override
        void act(OperatorKeys keys) throws Exception {
            printDone(keys.call(new Destroy.Request(id()), Destroy.Response.class)
                    .uniqueIdentifier(), "Destroyed the key");
        }
    }
}
