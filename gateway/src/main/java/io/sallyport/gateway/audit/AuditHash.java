package io.sallyport.gateway.audit;

import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

import io.sallyport.hsm.object.Sha256;

/**
 * The hashes of the log: docs/spec/audit-log.md, section 3. One instance reuses one digest, so it
 * belongs to one thread.
 */
final class AuditHash {
    private static final byte LEAF = 0;
    private static final String ORIGIN = "sallyport audit log v1\n";

    private final MessageDigest sha256;

    AuditHash() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("This Java runtime has no SHA-256.", absent);
        }
    }

    /** What the first leaf of a domain names as its previous hash. */
    static Sha256 origin(String domain) {
        AuditHash hash = new AuditHash();
        return Sha256
                .of(hash.sha256.digest((ORIGIN + domain).getBytes(StandardCharsets.UTF_8)));
    }

    /** Writes the hash of {@code bytes[from, from + length)} over {@code into}. */
    void leaf(byte[] bytes, int from, int length, byte[] into) {
        sha256.update(LEAF);
        sha256.update(bytes, from, length);
        try {
            sha256.digest(into, 0, Sha256.BYTES);
        } catch (DigestException impossible) {
            throw new IllegalStateException("A SHA-256 value has 32 bytes.", impossible);
        }
    }
}
