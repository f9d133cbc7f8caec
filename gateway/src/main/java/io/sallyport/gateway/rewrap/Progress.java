package io.sallyport.gateway.rewrap;

import org.jspecify.annotations.Nullable;

/**
 * How far re-wrapping is.
 *
 * @param running whether there is work that it can do
 * @param done objects that were sealed anew since the work began
 * @param left objects under older terms that are left
 * @param refused those among them that the engine does not open, or that are damaged: they stay
 * @param perSecond objects sealed anew in a second, rests included
 * @param trouble why it waits to try again, or null
 */
public record Progress(boolean running, long done, long left, long refused, double perSecond,
        @Nullable String trouble) {
    static final Progress NOTHING = new Progress(false, 0, 0, 0, 0, null);
}
