/**
 * TLS by the JDK's engine in such a way that no decrypted byte stays behind in memory: records are
 * decrypted in blocks of the heap that the collector doesn't move, and those are erased at once.
 *
 * <p>It must not know frames or KMIP. Start at {@link
 * io.sallyport.gateway.net.tls.SecretSslHandler}.
 */
@NullMarked
package io.sallyport.gateway.net.tls;

import org.jspecify.annotations.NullMarked;
