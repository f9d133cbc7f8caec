package io.sallyport.gateway.cli;

import io.sallyport.gateway.policy.EngineDistribution;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Reads the option {@code --engine}. Stateless. */
final class EngineOption {
    private EngineOption() {}

    /** The distribution that the word names. */
    static EngineDistribution of(String word, CommandSpec spec) {
        return EngineDistribution.of(word)
                .orElseThrow(() -> new ParameterException(spec.commandLine(),
                        "The engine is ordinary or fips, not '" + word + "'."));
    }
}
