package io.sallyport.gateway.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.Gateway;
import io.sallyport.gateway.GatewayException;
import io.sallyport.gateway.GatewayOptions;
import io.sallyport.gateway.engine.EngineCommandLine;
import io.sallyport.gateway.net.ConnectionLimits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sallyport serve}: runs a gateway until a signal ends it. */
@Command(name = "serve", mixinStandardHelpOptions = true,
        description = "Serve until SIGTERM or Ctrl-C; prints one line when ready.")
final class ServeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private HomeOption home = new HomeOption();

    @Option(names = "--listen", paramLabel = "ADDR",
            description = "address to listen at (default: from the settings, else 127.0.0.1)")
    private @Nullable String listen;

    @Option(names = "--kmip-port", paramLabel = "PORT",
            description = "port of KMIP (default: from the settings, else 5696; 0: any)")
    private @Nullable Integer kmipPort;

    @Option(names = "--https-port", paramLabel = "PORT",
            description = "port of HTTPS (default: from the settings, else 8443; 0: any)")
    private @Nullable Integer httpsPort;

    @Option(names = "--engine", paramLabel = "NAME",
            description = "ordinary or fips (default: from the settings, else ordinary)")
    private @Nullable String engine;

    /** Made by picocli. */
    ServeCommand() {}

    @Override
    public Integer call()
            throws GatewayException, InterruptedException, ExecutionException, IOException {
        Gateway gateway = Gateway.start(new GatewayOptions(home.path(), listen, kmipPort,
                httpsPort, engine == null ? null
                        : EngineCommandLine.installed(EngineOption.of(engine, spec)),
                ConnectionLimits.DEFAULT));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(gateway), "stop"));
        spec.commandLine().getOut().println(
                "ready kmip=" + gateway.kmipAddress() + " https=" + gateway.httpsAddress());
        spec.commandLine().getOut().flush();
        throw gateway.failure().get();
    }

    /** The exit code of a process that a signal ends would be the signal's; it is to be 0. */
    private static void stop(Gateway gateway) {
        gateway.close();
        if (!gateway.failure().isDone()) {
            Runtime.getRuntime().halt(0);
        }
    }
}
