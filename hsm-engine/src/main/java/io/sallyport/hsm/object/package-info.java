/**
 * What the engine says about a key object: the authenticated header that travels with the wrapped
 * bytes, and the states of a key.
 *
 * <p>It must not know sockets, processes or algorithms. Start at {@link
 * io.sallyport.hsm.object.ObjectHeader}.
 */
@NullMarked
package io.sallyport.hsm.object;

import org.jspecify.annotations.NullMarked;
