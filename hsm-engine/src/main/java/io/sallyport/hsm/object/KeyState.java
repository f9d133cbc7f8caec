package io.sallyport.hsm.object;

/**
 * States of a managed object (KMIP 2.1 section 4.57, NIST SP 800-57 part 1 section 7). The codes
 * are those of the KMIP enumeration State.
 */
public enum KeyState {
    PRE_ACTIVE(1), ACTIVE(2), DEACTIVATED(3), COMPROMISED(4), DESTROYED(5),
    DESTROYED_COMPROMISED(6);

    private final int code;

    KeyState(int code) {
        this.code = code;
    }

    /** The KMIP code of this state. */
    public int code() {
        return code;
    }

    /** Whether the key material of an object in this state is gone. */
    public boolean isDestroyed() {
        return this == DESTROYED || this == DESTROYED_COMPROMISED;
    }

    /**
     * The state with this KMIP code.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static KeyState of(int code) {
        for (KeyState state : values()) {
            if (state.code == code) {
                return state;
            }
        }
        throw new IllegalArgumentException("There is no key state with the code " + code + ".");
    }
}
