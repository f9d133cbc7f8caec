package io.sallyport.gateway.identity;

/** What a subject is allowed to be, as users of hardware modules know it. */
public enum Role {
    /** Owns and uses the keys of its partition; an application is one. */
    CRYPTO_USER,
    /** Manages users and policies; uses no key. */
    ADMINISTRATOR,
    /** Reads and verifies the audit log; uses no key. */
    AUDITOR,
    /** Moves wrapped objects for backup and replication; uses no key. */
    APPLIANCE_USER,
    /**
     * The local operator at the command line, known by the operating system's user. Makes keys and
     * changes their states in the partition that the command names; never reads or uses material.
     */
    OPERATOR
}
