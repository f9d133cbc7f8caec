/**
 * A running gateway, wired by hand: home, store, journal, engine, identity, operations, listeners,
 * administration.
 *
 * <p>Nothing below may know this package. Start at {@link io.sallyport.gateway.Gateway}.
 */
@NullMarked
package io.sallyport.gateway;

import org.jspecify.annotations.NullMarked;
