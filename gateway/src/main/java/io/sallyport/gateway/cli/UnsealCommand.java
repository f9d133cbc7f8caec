package io.sallyport.gateway.cli;

import java.util.concurrent.Callable;

import io.sallyport.gateway.home.Home;
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
    private HomeOption home = new HomeOption();

    /** Made by picocli. */
    UnsealCommand() {}

    @Override
    public Integer call() throws Exception {
        OperatorAccess.required(Home.open(home.path())).unseal();
        spec.commandLine().getOut().println("Unsealed: the engine serves.");
        return 0;
    }
}
