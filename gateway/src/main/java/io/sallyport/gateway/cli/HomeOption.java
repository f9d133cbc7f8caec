package io.sallyport.gateway.cli;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

/** The option {@code --home}. */
final class HomeOption {
    @Option(names = "--home", paramLabel = "DIR",
            description = "home directory (default: $SALLYPORT_HOME, then ./sallyport-home)")
    private @Nullable Path home;

    /** Made by picocli. */
    HomeOption() {}

    /** Whether the command line names a home. */
    boolean isGiven() {
        return home != null;
    }

    Path path() {
        if (home != null) {
            return home;
        }
        String variable = System.getenv("SALLYPORT_HOME");
        return Path.of(variable == null || variable.isEmpty() ? "sallyport-home" : variable);
    }
}
