/**
 * The three asynchronous ports on which operations are built: objects, engine, journal.
 *
 * <p>They know nothing of sockets, SQL or threads. Start at {@link
 * io.sallyport.gateway.port.JournalPort}: an operation reads objects, asks the engine, and its
 * changes become true when the journal says so.
 */
@NullMarked
package io.sallyport.gateway.port;

import org.jspecify.annotations.NullMarked;
