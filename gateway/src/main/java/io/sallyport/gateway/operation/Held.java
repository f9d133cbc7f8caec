package io.sallyport.gateway.operation;

/** What an outcome keeps for its answer. */
public sealed interface Held {
    /** Its payload views no buffers. */
    record Nothing() implements Held {}

    /**
     * Its payload views buffers.
     *
     * @param release lets go of them
     */
    record Buffers(Runnable release) implements Held {}

    /**
     * Its payload is the result of an earlier request, which was committed long before.
     *
     * @param letGo the client has it
     * @param giveBack the client did not get it, and may ask for it again
     */
    record EarlierResult(Runnable letGo, Runnable giveBack) implements Held {}

    /** Its payload was given back: the audit log is told of it, and the client is not. */
    record GivenBack() implements Held {}
}
