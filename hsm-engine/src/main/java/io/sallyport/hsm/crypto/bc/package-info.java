/**
 * The module of the ordinary distribution: Bouncy Castle's lightweight API for what the JDK lacks
 * or has slowly, never registered as a provider; docs/adr/0011 has the table of who does what.
 *
 * <p>Nothing outside this package may know that API. Start at {@link
 * io.sallyport.hsm.crypto.bc.BouncyCastle}.
 */
@NullMarked
package io.sallyport.hsm.crypto.bc;

import org.jspecify.annotations.NullMarked;
