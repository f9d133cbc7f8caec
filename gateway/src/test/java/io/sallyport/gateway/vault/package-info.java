/** Tests of the KV dialect: parts by themselves, and the whole through TLS and a real engine. */
@NullMarked
package io.sallyport.gateway.vault;

import org.jspecify.annotations.NullMarked;
