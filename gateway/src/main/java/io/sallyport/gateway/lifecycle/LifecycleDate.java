package io.sallyport.gateway.lifecycle;

/** The dates that a client may set (KMIP 2.1 sections 4.1, 4.17, 4.39, 4.41). */
public enum LifecycleDate {
    /** From here on the key is active. */
    ACTIVATION,
    /** From here on it may process what is protected. */
    PROCESS_START,
    /** From here on it no longer protects. */
    PROTECT_STOP,
    /** From here on it is deactivated. */
    DEACTIVATION
}
