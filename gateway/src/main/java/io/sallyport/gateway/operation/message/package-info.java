/**
 * Operations that are about messages and callers and not about keys: requests that run in the
 * background, tickets, the roles of the two ends, rules for new objects.
 *
 * <p>They must not know sockets or how messages are run; what they need of a session comes through
 * {@link io.sallyport.gateway.operation.message.Desk}. Start there.
 */
@NullMarked
package io.sallyport.gateway.operation.message;

import org.jspecify.annotations.NullMarked;
