package io.sallyport.gateway.cli;

import java.util.concurrent.Callable;

import io.vertx.core.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code sallyport seal}: takes the engine out of service while the gateway runs. */
@Command(name = "seal", mixinStandardHelpOptions = true,
        description = "End the engine: no key is in any memory until it is unsealed.")
final class SealCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private OperatorOptions options = new OperatorOptions();

    /** Made by picocli. */
    SealCommand() {}

    @Override
    public Integer call() throws Exception {
        options.gateway().seal();
        spec.commandLine().getOut().println(options.isJson()
                ? new JsonObject().put("sealed", true).encodePrettily()
                : "Sealed: the engine has ended, and no key is served.");
        return 0;
    }
}
