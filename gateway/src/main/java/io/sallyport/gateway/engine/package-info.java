/**
 * The engine's process and the gateway's links to it: started, watched, started again; one link
 * for each event loop, which is what {@link io.sallyport.gateway.port.EnginePort} stands for.
 *
 * <p>It must not know KMIP, the store or clients. Start at {@link
 * io.sallyport.gateway.engine.EngineSupervisor}.
 */
@NullMarked
package io.sallyport.gateway.engine;

import org.jspecify.annotations.NullMarked;
