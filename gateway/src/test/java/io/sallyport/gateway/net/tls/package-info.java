/** Tests of what is kept of a handshake. */
@NullMarked
package io.sallyport.gateway.net.tls;

import org.jspecify.annotations.NullMarked;
