package io.sallyport.ignite;

import io.sallyport.kmip.ttlv.ByteSlice;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The form in which Ignite stores and sends a group key: wrapped, with the master key that opens it.
 *
 * <pre>
 *   1 byte    format, 1
 *   2 bytes   length of the master key's name, then the name in UTF-8
 *   2 bytes   length of its unique identifier, then the identifier in UTF-8
 *   1 byte    length of the initialisation vector, then the vector
 *   1 byte    length of the authentication tag, then the tag
 *   rest      ciphertext of the group key
 * </pre>
 *
 * Everything before the vector is the additional authenticated data of the encryption: a wrapped
 * key that was re-labelled does not open.
 */
record WrappedGroupKey(MasterKey master, MasterKeys.Sealed sealed) {
    private static final byte FORMAT = 1;

    /** The additional authenticated data for a group key wrapped by {@code master}. */
    static byte[] context(MasterKey master) {
        byte[] name = master.name().getBytes(StandardCharsets.UTF_8);
        byte[] identifier = master.uniqueIdentifier().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(1 + 2 + name.length + 2 + identifier.length)
                .put(FORMAT)
                .putShort((short) name.length).put(name)
                .putShort((short) identifier.length).put(identifier)
                .array();
    }

    byte[] toBytes() {
        byte[] context = context(master);
        ByteBuffer out = ByteBuffer.allocate(context.length + 1 + sealed.vector().length() + 1
                + sealed.tag().length() + sealed.ciphertext().length());
        out.put(context);
        out.put((byte) sealed.vector().length());
        sealed.vector().copyTo(out);
        out.put((byte) sealed.tag().length());
        sealed.tag().copyTo(out);
        sealed.ciphertext().copyTo(out);
        return out.array();
    }

    /**
     * Reads what {@link #toBytes} wrote.
     *
     * @throws MasterKeyException if the bytes have another form, such as that of a key wrapped by
     *         Ignite's own plugin
     */
    static WrappedGroupKey parse(byte[] bytes) throws MasterKeyException {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            if (in.get() != FORMAT) {
                throw new MasterKeyException("This cache group's key was not wrapped by Sallyport: "
                        + "the database was encrypted with another plugin.");
            }
            String name = new String(take(in, Short.toUnsignedInt(in.getShort())),
                    StandardCharsets.UTF_8);
            String identifier = new String(take(in, Short.toUnsignedInt(in.getShort())),
                    StandardCharsets.UTF_8);
            ByteSlice vector = ByteSlice.of(take(in, Byte.toUnsignedInt(in.get())));
            ByteSlice tag = ByteSlice.of(take(in, Byte.toUnsignedInt(in.get())));
            ByteSlice ciphertext = ByteSlice.of(take(in, in.remaining()));
            return new WrappedGroupKey(new MasterKey(name, identifier),
                    new MasterKeys.Sealed(vector, tag, ciphertext));
        } catch (BufferUnderflowException e) {
            throw new MasterKeyException("A wrapped group key is cut short: the database's own "
                    + "store is damaged.", e);
        }
    }

    private static byte[] take(ByteBuffer in, int length) {
        if (length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] taken = new byte[length];
        in.get(taken);
        return taken;
    }
}
