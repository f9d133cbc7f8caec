/**
 * Network buffers that are erased when they are released, and counted while they are out.
 *
 * <p>It must not know TLS, frames or KMIP. Start at {@link
 * io.sallyport.gateway.net.buffer.SecretMemory}.
 */
@NullMarked
package io.sallyport.gateway.net.buffer;

import org.jspecify.annotations.NullMarked;
