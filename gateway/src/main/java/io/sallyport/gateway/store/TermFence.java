package io.sallyport.gateway.store;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Terms under which nothing may be stored any more, because their keys are about to be destroyed. A
 * change that was sealed before the next term began, and waits for the writer still, would be lost
 * with the key. Safe for every thread.
 */
public final class TermFence {
    private final Set<Integer> closed = ConcurrentHashMap.newKeySet();

    /** From now on the writer stores nothing that is sealed under this term. */
    public void close(int term) {
        closed.add(term);
    }

    /** The term's key stays: what it seals may be stored again. */
    public void open(int term) {
        closed.remove(term);
    }

    /** Whether what is sealed under this term must not be stored. */
    public boolean isClosed(int term) {
        return closed.contains(term);
    }
}
