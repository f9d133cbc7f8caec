package io.sallyport.hsm.seal;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import io.sallyport.hsm.crypto.JcaBridge;
import io.sallyport.hsm.crypto.KeyView;
import io.sallyport.hsm.crypto.NonceSource;
import io.sallyport.hsm.crypto.Xaes256Gcm;
import io.sallyport.hsm.keyring.DomainKey;
import io.sallyport.hsm.keyring.Keyring;
import io.sallyport.hsm.memory.KeyAccess;
import io.sallyport.hsm.memory.SecretSegment;

/**
 * The sealed state file: the domain keys, each sealed under the root key, with the file's head and
 * what is said of the key as associated data (docs/spec/sealed-state.md). Stateless.
 */
public final class SealedState {
    private static final KeyAccess ACCESS = KeyAccess.because("domain keys from and to the seal");
    private static final int MAGIC = 0x53505353;
    private static final int FORMAT = 2;
    private static final int HEAD_BYTES = 4 + 1 + 16 + 8 + 2;
    private static final int ASSOCIATED_BYTES = HEAD_BYTES + 4 + 8 + 8;
    private static final int SEALED_BYTES = Xaes256Gcm.KEY_BYTES + Xaes256Gcm.TAG_BYTES;
    private static final int ENTRY_BYTES = 4 + 8 + 8 + Xaes256Gcm.NONCE_BYTES + SEALED_BYTES;
    /** Terms that a file can hold. */
    static final int TERMS_MAX = 512;

    private SealedState() {}

    /**
     * What a file holds.
     *
     * @param revision how often it was written
     */
    record Opened(long revision, Keyring keyring) {}

    /**
     * A domain key that a file is to hold.
     *
     * @param reserved how many seals the file is to allow it
     */
    record Entry(DomainKey key, long reserved) {}

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
                DomainKey key = new DomainKey(1, clock.instant().getEpochSecond(), 0, 0,
                        newKey(nonces))) {
            byte[] content = encode(root, 1, List.of(new Entry(key, 0)),
                    () -> nonces.nonce(Xaes256Gcm.NONCE_BYTES));
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
        try (RootKey root = RootKey.read(autoUnseal);
                Keyring keyring = open(next, root).keyring()) {
            PrivateFile.publish(state);
            return keyring.domain();
        }
    }

    /** The secret of a new domain key. */
    static SecretSegment newKey(NonceSource nonces) {
        SecretSegment key = SecretSegment.allocate(Xaes256Gcm.KEY_BYTES);
        key.use(ACCESS, nonces::fill);
        return key;
    }

    /**
     * Opens every domain key.
     *
     * @throws SealFault if the file belongs to another domain, was changed, or is no such file
     */
    static Opened open(Path state, RootKey root) throws SealFault {
        ByteBuffer in = PrivateFile.read(state, "sealed state file");
        if (in.remaining() < HEAD_BYTES || in.getInt() != MAGIC) {
            throw new SealFault("The file " + state + " is no sealed state file.");
        }
        byte format = in.get();
        if (format != FORMAT) {
            throw new SealFault("The sealed state " + state + " has the format " + format
                    + "; this engine reads the format " + FORMAT + ".");
        }
        UUID domain = new UUID(in.getLong(), in.getLong());
        if (!domain.equals(root.domain())) {
            throw new SealFault("The sealed state " + state + " belongs to domain " + domain
                    + ", but the root key to domain " + root.domain() + ".");
        }
        long revision = in.getLong();
        int terms = in.getShort();
        if (revision < 1 || terms < 1 || terms > TERMS_MAX
                || in.remaining() != terms * ENTRY_BYTES) {
            throw new SealFault("The sealed state " + state + " is damaged.");
        }
        List<DomainKey> keys = new ArrayList<>();
        boolean complete = false;
        try {
            byte[] head = head(domain, revision, terms);
            for (int i = 0; i < terms; i++) {
                keys.add(openEntry(in, root, head, keys.isEmpty() ? 0 : keys.getLast().term(),
                        state));
            }
            complete = true;
            return new Opened(revision, new Keyring(domain, keys));
        } finally {
            if (!complete) {
                keys.forEach(DomainKey::close);
            }
        }
    }

    /**
     * Puts a new state in the place of a file. It is put there only after it was read again and
     * opened: these are the only copies of the keys.
     *
     * @param entries by rising term
     * @throws SealFault if that fails; the old or the new file is in place then
     */
    static void write(Path state, RootKey root, long revision, List<Entry> entries,
            NonceSource nonces) throws SealFault {
        byte[] content = encode(root, revision, entries,
                () -> nonces.nonce(Xaes256Gcm.NONCE_BYTES));
        PrivateFile.stage(state, ByteBuffer.wrap(content));
        try (Keyring staged = open(PrivateFile.next(state), root).keyring()) {
            if (staged.keys().size() != entries.size()) {
                throw new SealFault("The sealed state " + state + " was not written in full.");
            }
        }
        PrivateFile.publish(state);
    }

    /** The file with these keys, by rising term; each nonce is a fresh one. */
    static byte[] encode(RootKey root, long revision, List<Entry> entries,
            Supplier<byte[]> nonces) {
        byte[] head = head(root.domain(), revision, entries.size());
        ByteBuffer file = ByteBuffer.allocate(HEAD_BYTES + entries.size() * ENTRY_BYTES).put(head);
        for (Entry entry : entries) {
            byte[] associated = associated(head, entry.key().term(), entry.key().created(),
                    entry.reserved());
            byte[] nonce = nonces.get();
            file.put(associated, HEAD_BYTES, ASSOCIATED_BYTES - HEAD_BYTES).put(nonce)
                    .put(seal(root, entry.key(), associated, nonce));
        }
        return file.array();
    }

    private static byte[] seal(RootKey root, DomainKey key, byte[] associated, byte[] nonce) {
        byte[] clear = new byte[Xaes256Gcm.KEY_BYTES];
        byte[] sealed = new byte[SEALED_BYTES];
        Xaes256Gcm cipher = new Xaes256Gcm(new JcaBridge());
        try {
            if (!key.copyTo(ACCESS, clear)) {
                throw new IllegalStateException("A domain key was closed before it was sealed.");
            }
            root.use(rootKey -> cipher.seal(rootKey, new Xaes256Gcm.Message(nonce, associated,
                    associated.length, clear, 0, clear.length), sealed, 0));
            return sealed;
        } finally {
            Arrays.fill(clear, (byte) 0);
        }
    }

    private static DomainKey openEntry(ByteBuffer in, RootKey root, byte[] head, int termBefore,
            Path state) throws SealFault {
        int term = in.getInt();
        long created = in.getLong();
        long reserved = in.getLong();
        byte[] associated = associated(head, term, created, reserved);
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
                if (length != Xaes256Gcm.KEY_BYTES || term <= termBefore || reserved < 0) {
                    throw new SealFault("The sealed state " + state
                            + " was changed, or sealed under another root key.");
                }
            });
            SecretSegment key = SecretSegment.allocate(Xaes256Gcm.KEY_BYTES);
            key.use(ACCESS, bytes -> MemorySegment.copy(clear, 0, bytes, ValueLayout.JAVA_BYTE, 0,
                    Xaes256Gcm.KEY_BYTES));
            return new DomainKey(term, created, reserved, reserved, key);
        } finally {
            Arrays.fill(clear, (byte) 0);
        }
    }

    private static byte[] associated(byte[] head, int term, long created, long reserved) {
        return ByteBuffer.allocate(ASSOCIATED_BYTES).put(head).putInt(term).putLong(created)
                .putLong(reserved).array();
    }

    private static byte[] head(UUID domain, long revision, int terms) {
        return ByteBuffer.allocate(HEAD_BYTES).putInt(MAGIC).put((byte) FORMAT)
                .putLong(domain.getMostSignificantBits())
                .putLong(domain.getLeastSignificantBits()).putLong(revision)
                .putShort((short) terms).array();
    }
}
