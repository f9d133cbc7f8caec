package io.sallyport.hsm.object;

import java.util.Arrays;

/**
 * An object as it leaves the engine for storage: header in clear, material sealed with
 * XAES-256-GCM under a domain key, the header as associated data. Safe to store, copy and log the
 * size of; worthless without the engine. Immutable.
 */
public final class WrappedObject {
    private final ObjectHeader header;
    private final byte[] blob;

    /**
     * An object and its encoded form.
     *
     * @param header what {@code blob} says in clear
     * @param blob the whole stored form, header included; not copied, never written to
     */
    public WrappedObject(ObjectHeader header, byte[] blob) {
        this.header = header;
        this.blob = blob;
    }

    /**
     * Reads a stored form.
     *
     * @param blob the whole form; not copied, never written to
     * @throws ObjectFault with the first flaw of the layout; whether the seal is true is for the
     *         engine to say
     */
    public static WrappedObject parse(byte[] blob) throws ObjectFault {
        return new WrappedObject(StoredForm.parse(blob).header(), blob);
    }

    /** The header as it stands in the stored form; only the engine can tell whether it is true. */
    public ObjectHeader header() {
        return header;
    }

    /** The term of the domain key that seals it, as the stored form says. */
    public int term() {
        return StoredForm.termOf(blob);
    }

    /** The stored form. Not a copy: callers do not write to it. */
    public byte[] blob() {
        return blob;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WrappedObject that && Arrays.equals(blob, that.blob);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(blob);
    }

    @Override
    public String toString() {
        return "WrappedObject[" + header.id() + " version " + header.version() + ", " + blob.length
                + " bytes]";
    }
}
