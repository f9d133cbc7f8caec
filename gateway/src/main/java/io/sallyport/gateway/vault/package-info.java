/**
 * Secrets by HTTPS in the dialect of Vault's KV engine, version 2, for databases that speak no KMIP:
 * what is served is in docs/spec/vault-kv2.md.
 *
 * <p>A version of a secret is a managed object like all others. This package translates: a request
 * becomes KMIP messages of the token's owner, which go the way of every message, so that
 * authorisation, audit and durability are the same ({@link io.sallyport.gateway.vault.KmipTalk}).
 * Clear bytes stay in buffers that are erased, and never become a String. It must not know stores,
 * the journal or the engine. Start at {@link io.sallyport.gateway.vault.VaultEndpoint}.
 */
@NullMarked
package io.sallyport.gateway.vault;

import org.jspecify.annotations.NullMarked;
