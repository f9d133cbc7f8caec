package io.sallyport.gateway.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code sallyport conformance}. */
@Command(name = "conformance", mixinStandardHelpOptions = true,
        description = "Run published KMIP test cases against a server.",
        subcommands = ConformanceRunCommand.class)
final class ConformanceCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Made by picocli. */
    ConformanceCommand() {}

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(),
                "A command is missing; 'sallyport conformance --help' shows all.");
    }
}
