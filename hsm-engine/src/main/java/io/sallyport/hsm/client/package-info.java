/**
 * The gateway's side of the engine protocol: a thin stub on the JDK alone, one link for each event
 * loop.
 *
 * <p>It must not know keys, algorithms or event loop libraries. Start at {@link
 * io.sallyport.hsm.client.EngineLink}.
 */
@NullMarked
package io.sallyport.hsm.client;

import org.jspecify.annotations.NullMarked;
