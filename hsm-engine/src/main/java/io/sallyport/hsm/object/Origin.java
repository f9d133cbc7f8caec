package io.sallyport.hsm.object;

/**
 * Where the material of an object comes from. It stands in the authenticated part of the stored
 * form and never changes: nobody outside can know a generated key, anybody may know an imported
 * one.
 */
public enum Origin {
    /** The engine drew it from its own random generator. */
    GENERATED(1),
    /** A client brought it. */
    IMPORTED(2);

    private final int code;

    Origin(int code) {
        this.code = code;
    }

    /** The code in the stored form. */
    public int code() {
        return code;
    }
}
