package io.sallyport.gateway.operation.cryptography;

import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.command.CipherSpec;
import io.sallyport.hsm.command.HashAlgorithm;
import io.sallyport.hsm.command.MacSpec;
import io.sallyport.hsm.command.SignatureSpec;
import io.sallyport.kmip.ttlv.ByteSlice;

/** What the first part of a stream settles for the later ones. */
sealed interface StreamSpec {

    /** Of Encrypt or Decrypt. */
    record Cipher(CipherSpec spec) implements StreamSpec {}

    /**
     * Of Sign or Signature Verify.
     *
     * @param signature the signature to verify, if it came already; its own memory
     */
    record Signature(SignatureSpec spec, @Nullable ByteSlice signature) implements StreamSpec {}

    /**
     * Of MAC or MAC Verify.
     *
     * @param mac the code to verify, if it came already; its own memory
     */
    record Mac(MacSpec spec, @Nullable ByteSlice mac) implements StreamSpec {}

    /** Of Hash. */
    record Hash(HashAlgorithm hash) implements StreamSpec {}

    /** A client that initialised PKCS#11. */
    record Cryptoki() implements StreamSpec {}
}
