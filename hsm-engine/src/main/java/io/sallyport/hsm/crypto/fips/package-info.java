/**
 * The module of the FIPS distribution: {@code bc-fips} in approved-only mode, and nothing beside
 * it; docs/adr/0016 says why it is used through the provider alone.
 *
 * <p>Nothing outside this package may know that module, and nothing here an API that the ordinary
 * Bouncy Castle has too under the same names. Start at {@link
 * io.sallyport.hsm.crypto.fips.FipsModule}.
 */
@NullMarked
package io.sallyport.hsm.crypto.fips;

import org.jspecify.annotations.NullMarked;
