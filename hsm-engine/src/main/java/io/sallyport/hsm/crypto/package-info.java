/**
 * The algorithms, on top of the {@link io.sallyport.hsm.crypto.CryptoModule} of the distribution,
 * and the only place where key bytes meet it; docs/adr/0011 has the table of who does what.
 *
 * <p>It must not know objects, policy or sockets; it reports failures as {@link
 * io.sallyport.hsm.command.EngineFault}. Everything here that holds a cipher belongs to one
 * thread. Start at {@link io.sallyport.hsm.crypto.JcaBridge}.
 */
@NullMarked
package io.sallyport.hsm.crypto;

import org.jspecify.annotations.NullMarked;
