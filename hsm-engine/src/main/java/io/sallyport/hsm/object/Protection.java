package io.sallyport.hsm.object;

import org.jspecify.annotations.Nullable;

/**
 * Whether the material may leave the engine (KMIP 2.1 sections 4.2, 4.25, 4.36, 4.52), and for
 * what alone it may be used.
 *
 * @param sensitive the material never leaves unwrapped
 * @param alwaysSensitive it was sensitive from the start
 * @param extractable the material may leave at all, wrapped or not
 * @param neverExtractable it was not extractable from the start
 * @param family the one family of mechanisms that the key may be used with; null leaves the usage
 *        mask alone to decide
 */
public record Protection(boolean sensitive, boolean alwaysSensitive, boolean extractable,
        boolean neverExtractable, @Nullable MechanismFamily family) {
    /** What a client gets that asks for nothing: the material may be read by its owner. */
    public static final Protection EXTRACTABLE = new Protection(false, false, true, false);

    /** For whatever the usage mask allows. */
    public Protection(boolean sensitive, boolean alwaysSensitive, boolean extractable,
            boolean neverExtractable) {
        this(sensitive, alwaysSensitive, extractable, neverExtractable, null);
    }

    /** That of an object at its birth: it has always been what it is. */
    public static Protection ofNew(boolean sensitive, boolean extractable,
            @Nullable MechanismFamily family) {
        return new Protection(sensitive, sensitive, extractable, !extractable, family);
    }

    /** Whether the material may not leave in clear. */
    public boolean isProtected() {
        return sensitive || !extractable;
    }

    /** The same for one family of mechanisms alone. */
    public Protection with(@Nullable MechanismFamily other) {
        return new Protection(sensitive, alwaysSensitive, extractable, neverExtractable, other);
    }
}
