/**
 * Apache Ignite 2.x with its master key in the gateway.
 *
 * <p>
 * Ignite makes one data key per encrypted cache group and keeps it, wrapped, in its own store. This
 * plugin makes those keys and uses them on pages and log records as Ignite's own plugin does, but it
 * wraps and unwraps them by KMIP Encrypt and Decrypt: the master key never leaves the engine. Knows
 * the KMIP client and Ignite's plugin interface, nothing of the gateway's insides. Start at
 * {@link io.sallyport.ignite.SallyportEncryptionSpi}.
 */
@NullMarked
package io.sallyport.ignite;

import org.jspecify.annotations.NullMarked;
