package io.sallyport.gateway.cli;

import java.util.concurrent.Callable;

import io.vertx.core.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code sallyport unseal}: brings the engine back. */
@Command(name = "unseal", mixinStandardHelpOptions = true,
        description = "Start the engine that was sealed; it tests itself first.")
final class UnsealCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private OperatorOptions options = new OperatorOptions();

    /** Made by picocli. */
    UnsealCommand() {}

    @Override
    public Integer call() throws Exception {
        options.gateway().unseal();
        spec.commandLine().getOut().println(options.isJson()
                ? new JsonObject().put("sealed", false).encodePrettily()
                : "Unsealed: the engine serves.");
        return 0;
    }
}
