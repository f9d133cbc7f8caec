package io.sallyport.gateway.cli;

import java.util.concurrent.Callable;

import io.sallyport.gateway.home.Home;
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
    private HomeOption home = new HomeOption();

    /** Made by picocli. */
    SealCommand() {}

    @Override
    public Integer call() throws Exception {
        OperatorAccess.required(Home.open(home.path())).seal();
        spec.commandLine().getOut().println("Sealed: the engine has ended, and no key is served.");
        return 0;
    }
}
