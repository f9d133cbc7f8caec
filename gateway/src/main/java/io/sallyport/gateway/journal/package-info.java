/**
 * The one writer of the store: it drains what all requests submitted and commits it, changes and
 * audit leaves together, in one transaction and with one sync.
 *
 * <p>It must not know KMIP, sockets or the engine. Start at {@link
 * io.sallyport.gateway.journal.Journal}, then {@link
 * io.sallyport.gateway.journal.GroupTransaction}.
 */
@NullMarked
package io.sallyport.gateway.journal;

import org.jspecify.annotations.NullMarked;
