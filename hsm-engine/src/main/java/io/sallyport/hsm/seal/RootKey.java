package io.sallyport.hsm.seal;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.UUID;

import io.sallyport.hsm.crypto.KeyView;
import io.sallyport.hsm.crypto.NonceSource;
import io.sallyport.hsm.crypto.Xaes256Gcm;
import io.sallyport.hsm.memory.KeyAccess;
import io.sallyport.hsm.memory.MemoryKind;
import io.sallyport.hsm.memory.SecretSegment;

/**
 * The root key of a domain. It seals the domain keys and nothing else. Closing zeroes it.
 */
public final class RootKey implements AutoCloseable {
    private static final KeyAccess ACCESS = KeyAccess.because("seal and open domain keys");
    private static final int MAGIC = 0x5350524b;
    private static final int FORMAT = 1;
    private static final int FILE_BYTES = 5 + 16 + Xaes256Gcm.KEY_BYTES;

    private final UUID domain;
    private final SecretSegment key;

    private RootKey(UUID domain, SecretSegment key) {
        this.domain = domain;
        this.key = key;
    }

    /** A new root key for a domain. */
    static RootKey generate(UUID domain, NonceSource nonces) {
        SecretSegment key = SecretSegment.allocate(Xaes256Gcm.KEY_BYTES);
        key.use(ACCESS, nonces::fill);
        return new RootKey(domain, key);
    }

    /**
     * Reads the root key from the file for automatic unsealing.
     *
     * @throws SealFault if the file is open to others than its owner, or not such a file
     */
    public static RootKey read(Path file) throws SealFault {
        ByteBuffer content = PrivateFile.read(file, "auto-unseal file");
        try {
            if (content.remaining() != FILE_BYTES || content.getInt() != MAGIC
                    || content.get() != FORMAT) {
                throw new SealFault("The file " + file + " is no auto-unseal file.");
            }
            UUID domain = new UUID(content.getLong(), content.getLong());
            SecretSegment key = SecretSegment.allocate(Xaes256Gcm.KEY_BYTES);
            key.use(ACCESS, bytes -> bytes.copyFrom(MemorySegment.ofBuffer(content)));
            return new RootKey(domain, key);
        } finally {
            MemorySegment.ofBuffer(content.clear()).fill((byte) 0);
        }
    }

    void write(Path file) throws SealFault {
        ByteBuffer content = ByteBuffer.allocateDirect(FILE_BYTES);
        try {
            content.putInt(MAGIC).put((byte) FORMAT).putLong(domain.getMostSignificantBits())
                    .putLong(domain.getLeastSignificantBits());
            key.use(ACCESS, bytes -> MemorySegment.ofBuffer(content).copyFrom(bytes));
            PrivateFile.stage(file, content.clear());
            PrivateFile.publish(file);
        } finally {
            MemorySegment.ofBuffer(content.clear()).fill((byte) 0);
        }
    }

    UUID domain() {
        return domain;
    }

    /** How well the key's memory is guarded. */
    public MemoryKind memoryKind() {
        return key.kind();
    }

    <X extends Exception> void use(Use<X> use) throws X {
        key.use(ACCESS, bytes -> use.accept(new KeyView(bytes)));
    }

    @Override
    public void close() {
        key.close();
    }

    /** Something done with the root key; it ends with the call. */
    @FunctionalInterface
    interface Use<X extends Exception> {
        void accept(KeyView key) throws X;
    }
}
