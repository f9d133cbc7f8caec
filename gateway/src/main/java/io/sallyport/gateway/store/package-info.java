/**
 * The durable store and what is read from it: objects with their cache, search, and the registry
 * of clients. Tables are in the resources of this package.
 *
 * <p>It must not know KMIP operations or sockets, and it does not write: the journal does. Start
 * at {@link io.sallyport.gateway.store.Store}, then {@link
 * io.sallyport.gateway.store.ObjectStore}.
 */
@NullMarked
package io.sallyport.gateway.store;

import org.jspecify.annotations.NullMarked;
