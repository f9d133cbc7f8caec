/**
 * Administration of a running gateway over a Unix socket that only its own user can reach, and
 * the health of the gateway over HTTPS.
 *
 * <p>It decides nothing about keys: commands for keys are KMIP messages for the same processor that
 * serves the network. Start at {@link io.sallyport.gateway.admin.Administration}.
 */
@NullMarked
package io.sallyport.gateway.admin;

import org.jspecify.annotations.NullMarked;
