package io.sallyport.kmip.model;

import io.sallyport.kmip.ttlv.ByteSlice;

/** What a server gives a client to attest with (KMIP 2.1 section 7.14). */
public record Nonce(ByteSlice id, ByteSlice value) {}
