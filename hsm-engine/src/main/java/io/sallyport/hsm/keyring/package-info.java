/**
 * The keys of the security domain, by term, in the best memory that the host has.
 *
 * <p>It must not know files or objects. Start at {@link io.sallyport.hsm.keyring.Keyring}.
 */
@NullMarked
package io.sallyport.hsm.keyring;

import org.jspecify.annotations.NullMarked;
