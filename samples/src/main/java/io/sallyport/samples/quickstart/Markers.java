package io.sallyport.samples.quickstart;

/** Texts that are written into rows and then looked for in files. */
public final class Markers {
    /** In every row of the encrypted cache. */
    public static final String SECRET = "marker-of-the-encrypted-cache-5e7b0c";

    /** In every row of the clear cache. */
    public static final String CLEAR = "marker-of-the-clear-cache-91ad4f";

    private Markers() {}
}
