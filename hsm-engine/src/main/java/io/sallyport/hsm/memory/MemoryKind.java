package io.sallyport.hsm.memory;

/** How well memory is guarded on this host. */
public enum MemoryKind {
    /** memfd_secret: locked, and out of reach for the kernel's own mapping, so also for root. */
    MEMFD_SECRET("memfd_secret"),
    /** Locked into memory and kept out of dumps. */
    LOCKED("locked"),
    /** Outside the heap, but the kernel refused to lock it: it may be swapped. */
    UNLOCKED("unlocked");

    private final String label;

    MemoryKind(String label) {
        this.label = label;
    }

    @Override
    public String toString() {
        return label;
    }
}
