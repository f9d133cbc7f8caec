/**
 * Certificates: Certify and Re-certify, which issue them, and Validate.
 *
 * <p>What is to be signed is put together here, because certificates are public; the engine signs
 * it with the private key of {@link io.sallyport.gateway.operation.certificate.Authority}. Nothing
 * here sees a private key.
 */
@NullMarked
package io.sallyport.gateway.operation.certificate;

import org.jspecify.annotations.NullMarked;
