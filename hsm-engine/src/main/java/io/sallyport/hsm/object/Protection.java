package io.sallyport.hsm.object;

/**
 * Whether the material may leave the engine (KMIP 2.1 sections 4.2, 4.25, 4.36, 4.52).
 *
 * @param sensitive the material never leaves unwrapped
 * @param alwaysSensitive it was sensitive from the start
 * @param extractable the material may leave at all, wrapped or not
 * @param neverExtractable it was not extractable from the start
 */
public record Protection(boolean sensitive, boolean alwaysSensitive, boolean extractable,
        boolean neverExtractable) {
    /** What a client gets that asks for nothing: the material may be read by its owner. */
    public static final Protection EXTRACTABLE = new Protection(false, false, true, false);
}
