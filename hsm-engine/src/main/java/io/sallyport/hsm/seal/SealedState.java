package io.sallyport.hsm.seal;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import io.sallyport.hsm.crypto.JcaBridge;
import io.sallyport.hsm.crypto.KeyView;
import io.sallyport.hsm.crypto.NonceSource;
import io.sallyport.hsm.crypto.Xaes256Gcm;
import io.sallyport.hsm.keyring.Keyring;
import io.sallyport.hsm.memory.KeyAccess;
import io.sallyport.hsm.memory.SecretSegment;

/**
 * The sealed state file: the domain keys, each sealed under the root key, with the file's head,
 * the term and its date as associated data (docs/spec/sealed-state.md).
 */
public final class SealedState {
    private static final KeyAccess ACCESS = KeyAccess.because("domain keys from and to the seal");
    private static final int MAGIC = 0x53505353;
    private static final int FORMAT = 1;
    private static final int HEAD_BYTES = 4 + 1 + 16 + 2;
    private static final int ASSOCIATED_BYTES = HEAD_BYTES + 4 + 8;
    private static final int SEALED_BYTES = Xaes256Gcm.KEY_BYTES + Xaes256Gcm.TAG_BYTES;
    private static final int ENTRY_BYTES = 4 + 8 + Xaes256Gcm.NONCE_BYTES + SEALED_BYTES;
    private static final int TERMS_MAX = 512;

    private SealedState() {}

    /**
     * Makes a new domain with one domain key, and both files. Refuses to overwrite either. The
     * state is put in place last, and what it will be stands beside it before there is a root
     * key: so a process that was cut off in between leaves nothing, or what the next call
     * finishes.
     *
     * @return the identifier of the domain
     */
    public static UUID create(Path state, Path autoUnseal, InstantSource clock)
            throws SealFault {
        if (Files.exists(state)) {
            throw new SealFault("The file " + state + " exists; it is not overwritten.");
        }
        if (Files.exists(autoUnseal)) {
            return finish(state, autoUnseal);
        }
        NonceSource nonces = new NonceSource();
        UUID domain = UUID.randomUUID();
        try (RootKey root = RootKey.generate(domain, nonces);
                SecretSegment key = SecretSegment.allocate(Xaes256Gcm.KEY_BYTES)) {
            key.use(ACCESS, nonces::fill);
            byte[] content = encode(root, clock.instant().getEpochSecond(), key,
                    nonces.nonce(Xaes256Gcm.NONCE_BYTES));
            PrivateFile.stage(state, ByteBuffer.wrap(content));
            root.write(autoUnseal);
            PrivateFile.publish(state);
        }
        return domain;
    }

    /** Puts a state in place that an earlier call left beside it, if the root key opens it. */
    private static UUID finish(Path state, Path autoUnseal) throws SealFault {
        Path next = PrivateFile.next(state);
        if (!Files.exists(next)) {
            throw new SealFault("The file " + autoUnseal + " exists; it is not overwritten.");
        }
        try (RootKey root = RootKey.read(autoUnseal); Keyring keyring = open(next, root)) {
            PrivateFile.publish(state);
            return keyring.domain();
        }
    }

    /**
     * Opens every domain key.
     *
     * @throws SealFault if the file belongs to another domain, was changed, or is no such file
     */
    public static Keyring open(Path state, RootKey root) throws SealFault {
        ByteBuffer in = PrivateFile.read(state, "sealed state file");
        if (in.remaining() < HEAD_BYTES || in.getInt() != MAGIC || in.get() != FORMAT) {
            throw new SealFault("The file " + state + " is no sealed state file.");
        }
        UUID domain = new UUID(in.getLong(), in.getLong());
        if (!domain.equals(root.domain())) {
            throw new SealFault("The sealed state " + state + " belongs to domain " + domain
                    + ", but the root key to domain " + root.domain() + ".");
        }
        int terms = in.getShort();
        if (terms < 1 || terms > TERMS_MAX || in.remaining() != terms * ENTRY_BYTES) {
            throw new SealFault("The sealed state " + state + " is damaged.");
        }
        Map<Integer, SecretSegment> keys = new TreeMap<>();
        boolean complete = false;
        try {
            byte[] head = head(domain, terms);
            for (int term = 1; term <= terms; term++) {
                keys.put(term, openEntry(in, root, head, term, state));
            }
            complete = true;
            return new Keyring(domain, keys);
        } finally {
            if (!complete) {
                keys.values().forEach(SecretSegment::close);
            }
        }
    }

    /** The file of a domain with one key, made at {@code created}, under a fresh nonce. */
    static byte[] encode(RootKey root, long created, SecretSegment key, byte[] nonce) {
        byte[] head = head(root.domain(), 1);
        byte[] associated = ByteBuffer.allocate(ASSOCIATED_BYTES).put(head).putInt(1)
                .putLong(created).array();
        byte[] clear = new byte[Xaes256Gcm.KEY_BYTES];
        byte[] sealed = new byte[SEALED_BYTES];
        Xaes256Gcm cipher = new Xaes256Gcm(new JcaBridge());
        try {
            key.use(ACCESS, bytes -> MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, 0, clear, 0,
                    clear.length));
            root.use(rootKey -> cipher.seal(rootKey, new Xaes256Gcm.Message(nonce, associated,
                    associated.length, clear, 0, clear.length), sealed, 0));
        } finally {
            Arrays.fill(clear, (byte) 0);
        }
        return ByteBuffer.allocate(HEAD_BYTES + ENTRY_BYTES).put(associated).put(nonce).put(sealed)
                .array();
    }

    private static SecretSegment openEntry(ByteBuffer in, RootKey root, byte[] head,
            int expectedTerm, Path state) throws SealFault {
        int term = in.getInt();
        byte[] associated = ByteBuffer.allocate(ASSOCIATED_BYTES).put(head).putInt(term)
                .putLong(in.getLong()).array();
        byte[] nonce = new byte[Xaes256Gcm.NONCE_BYTES];
        in.get(nonce);
        byte[] sealed = new byte[SEALED_BYTES];
        in.get(sealed);
        byte[] clear = new byte[SEALED_BYTES];
        Xaes256Gcm cipher = new Xaes256Gcm(new JcaBridge());
        try {
            root.use((KeyView rootKey) -> {
                int length = cipher.open(rootKey, new Xaes256Gcm.Message(nonce, associated,
                        associated.length, sealed, 0, sealed.length), clear);
                if (length != Xaes256Gcm.KEY_BYTES || term != expectedTerm) {
                    throw new SealFault("The sealed state " + state
                            + " was changed, or sealed under another root key.");
                }
            });
            SecretSegment key = SecretSegment.allocate(Xaes256Gcm.KEY_BYTES);
            key.use(ACCESS, bytes -> MemorySegment.copy(clear, 0, bytes, ValueLayout.JAVA_BYTE, 0,
                    Xaes256Gcm.KEY_BYTES));
            return key;
        } finally {
            Arrays.fill(clear, (byte) 0);
        }
    }

    private static byte[] head(UUID domain, int terms) {
        return ByteBuffer.allocate(HEAD_BYTES).putInt(MAGIC).put((byte) FORMAT)
                .putLong(domain.getMostSignificantBits())
                .putLong(domain.getLeastSignificantBits()).putShort((short) terms).array();
    }
}
