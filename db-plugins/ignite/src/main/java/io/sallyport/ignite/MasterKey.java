package io.sallyport.ignite;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Which key of the gateway wraps the group keys. Names it; does not hold it.
 *
 * @param name the KMIP Name under which the operator knows it
 * @param uniqueIdentifier the gateway's identifier of exactly this key
 */
record MasterKey(String name, String uniqueIdentifier) {
    /**
     * What the nodes of a cluster compare before they accept one another: equal on all nodes that
     * use the same key, and made of public facts only, so that it tells nothing about the key.
     */
    byte[] digest() {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update("sallyport ignite master key".getBytes(StandardCharsets.UTF_8));
            for (String part : new String[]{name, uniqueIdentifier}) {
                sha256.update((byte) 0);
                sha256.update(part.getBytes(StandardCharsets.UTF_8));
            }
            return sha256.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256.", e);
        }
    }
}
