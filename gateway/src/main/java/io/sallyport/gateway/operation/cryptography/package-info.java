/**
 * The operations that use keys, or the engine's random numbers and hash functions, on data of the
 * client: Encrypt, Decrypt, Sign, Signature Verify, MAC, MAC Verify, Hash, RNG Retrieve, RNG Seed,
 * and what is served of PKCS#11.
 *
 * <p>{@link io.sallyport.gateway.operation.cryptography.ChosenParameters} says how; the engine does
 * it. {@link io.sallyport.gateway.operation.cryptography.Streams} keeps what joins data that come
 * in several parts. Nothing here computes with a key, and clear bytes are views of buffers of
 * others.
 */
@NullMarked
package io.sallyport.gateway.operation.cryptography;

import org.jspecify.annotations.NullMarked;
