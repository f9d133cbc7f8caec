/**
 * Looks for secrets where they must not be: in the memory of running processes, and in what they
 * wrote.
 *
 * <p>{@link io.sallyport.gateway.canary.ListenerMemoryTest} searches the listener alone, {@link
 * io.sallyport.gateway.canary.GatewayCanaryTest} the whole gateway. Start at {@link
 * io.sallyport.gateway.canary.CanaryRun}.
 */
@NullMarked
package io.sallyport.gateway.canary;

import org.jspecify.annotations.NullMarked;
