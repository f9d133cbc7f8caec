/**
 * Clients that we did not write, against the running gateway.
 *
 * <p>They need programs that a machine may not have; without them a test says so and is skipped.
 */
@NullMarked
package io.sallyport.gateway.interop;

import org.jspecify.annotations.NullMarked;
