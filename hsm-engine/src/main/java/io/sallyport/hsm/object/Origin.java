package io.sallyport.hsm.object;

/**
 * Where the material of an object comes from. It stands in the authenticated part of the stored
 * form and never changes: nobody outside can know a generated key as long as it is sensitive,
 * anybody may know an imported one, and who can compute with its sources may know a derived one.
 */
public enum Origin {
    /** The engine drew it from its own random generator. */
    GENERATED(1),
    /** A client brought it. */
    IMPORTED(2),
    /** The engine computed it from other material: derived, agreed on, split or joined. */
    DERIVED(3),
    /**
     * As {@link #GENERATED}, for a key to wrap with that was sensitive from the start and never had
     * the right to decrypt: sensitive keys may be wrapped under it. It stays here, whole: whoever
     * could unwrap or join it would give it that right.
     */
    GENERATED_TO_WRAP(4),
    /**
     * As {@link #DERIVED}, of protected material and in a way that lets the caller choose how it
     * differs from other material. It stays here, as what it is.
     */
    RELATED(5);

    private final int code;

    Origin(int code) {
        this.code = code;
    }

    /** The code in the stored form. */
    public int code() {
        return code;
    }
}
