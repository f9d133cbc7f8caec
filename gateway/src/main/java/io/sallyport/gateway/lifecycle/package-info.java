/**
 * The one state machine of a managed object: pure functions on states, dates and the time.
 *
 * <p>It must not know requests, stores or engines. Start at {@link
 * io.sallyport.gateway.lifecycle.Lifecycle}.
 */
@NullMarked
package io.sallyport.gateway.lifecycle;

import org.jspecify.annotations.NullMarked;
