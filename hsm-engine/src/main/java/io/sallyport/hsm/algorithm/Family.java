package io.sallyport.hsm.algorithm;

/** What is tested together, before its first use. */
public enum Family {
    HASH, MAC, CIPHER, KEY_PAIR, DERIVATION, SPLIT, ML_KEM, ML_DSA, SLH_DSA, LMS
}
