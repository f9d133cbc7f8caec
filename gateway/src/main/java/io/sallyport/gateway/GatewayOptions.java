package io.sallyport.gateway;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.engine.EngineCommandLine;
import io.sallyport.gateway.net.ConnectionLimits;

/**
 * How to run a gateway.
 *
 * @param listen address to bind to instead of the configured one, or null
 * @param kmipPort port instead of the configured one, or null; 0 for one that is free
 * @param httpsPort port instead of the configured one, or null; 0 for one that is free
 * @param engine how the engine's process is started; null for the one that the settings name
 * @param limits what a peer may take
 */
public record GatewayOptions(Path home, @Nullable String listen, @Nullable Integer kmipPort,
        @Nullable Integer httpsPort, @Nullable EngineCommandLine engine,
        ConnectionLimits limits) {

    /** A gateway on free ports of the loopback address, as tests want it. */
    public static GatewayOptions loopback(Path home) {
        return new GatewayOptions(home, "127.0.0.1", 0, 0, EngineCommandLine.installed(),
                ConnectionLimits.DEFAULT);
    }
}
