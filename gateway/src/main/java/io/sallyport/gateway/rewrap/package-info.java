/**
 * Seals what older domain keys seal anew under the term in force, behind the service.
 *
 * <p>It must not know KMIP, sockets or who asked for it. Start at {@link
 * io.sallyport.gateway.rewrap.RewrapJob}.
 */
@NullMarked
package io.sallyport.gateway.rewrap;

import org.jspecify.annotations.NullMarked;
