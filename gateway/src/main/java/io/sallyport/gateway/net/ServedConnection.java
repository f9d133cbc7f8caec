package io.sallyport.gateway.net;

/** A connection as its event loop looks after it. Called on that loop. */
public interface ServedConnection {

    /** Goes on reading if there is room for it. */
    void resume();

    /** Answers what has begun, reads nothing more, and then closes. */
    void drain();

    /**
     * Closes the connection if somebody waited too long, or if its client is no longer known.
     *
     * @param now as {@link System#nanoTime()} tells it
     */
    void check(long now);
}
