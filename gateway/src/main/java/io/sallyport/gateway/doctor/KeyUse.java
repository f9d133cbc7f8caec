package io.sallyport.gateway.doctor;

/** What a database does with its key. */
public enum KeyUse {
    /** It lets the gateway encrypt and decrypt. */
    ENCRYPT,
    /** It fetches the key and encrypts by itself. */
    GET
}
