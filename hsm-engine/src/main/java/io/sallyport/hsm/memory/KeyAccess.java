package io.sallyport.hsm.memory;

/**
 * The right to read the bytes of a {@link SecretSegment}. Whoever makes one says why; the places
 * that do are few and a test lists them.
 */
public final class KeyAccess {
    private final String reason;

    private KeyAccess(String reason) {
        this.reason = reason;
    }

    /** Access for this reason, a constant in the code. */
    public static KeyAccess because(String reason) {
        return new KeyAccess(reason);
    }

    @Override
    public String toString() {
        return "KeyAccess[" + reason + "]";
    }
}
