/** Clients on the way to their next certificate, against the real gateway with its real engine. */
@NullMarked
package io.sallyport.gateway.provision;

import org.jspecify.annotations.NullMarked;
