package io.sallyport.hsm.command;

/**
 * How to encrypt or decrypt, apart from any key.
 *
 * @param tagLengthBytes length of the authentication tag; 0 where the mode has none
 * @param randomIv whether the engine makes the IV of an encryption
 */
public record CipherSpec(Mode mode, Padding padding, int tagLengthBytes, boolean randomIv) {

    /** Block cipher modes; which are served depends on the key's algorithm and on policy. */
    public enum Mode {
        CBC, CTR, GCM, ECB
    }

    /** Paddings of a block mode. */
    public enum Padding {
        NONE, PKCS5
    }
}
