/**
 * How the domain keys rest on disk: the sealed state file under the root key, and the file that
 * holds the root key for unsealing without people (docs/spec/sealed-state.md).
 *
 * <p>It must not know objects or sockets. Start at {@link io.sallyport.hsm.seal.SealedState}.
 */
@NullMarked
package io.sallyport.hsm.seal;

import org.jspecify.annotations.NullMarked;
