package io.sallyport.ignite;

import io.sallyport.kmip.ttlv.ByteSlice;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** A gateway in memory: real AES-GCM under keys that it makes, and a switch to be unreachable. */
final class FakeMasterKeys implements MasterKeys {
    private final SecureRandom random = new SecureRandom();
    private final Map<String, MasterKey> byName = new ConcurrentHashMap<>();
    private final Map<String, SecretKey> byIdentifier = new ConcurrentHashMap<>();
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger encryptionsLeft = new AtomicInteger(Integer.MAX_VALUE);
    private volatile boolean reachable = true;

    void make(String name) {
        byte[] material = new byte[32];
        random.nextBytes(material);
        MasterKey key = new MasterKey(name, "key-" + byIdentifier.size());
        byIdentifier.put(key.uniqueIdentifier(), new SecretKeySpec(material, "AES"));
        byName.put(name, key);
    }

    void reachable(boolean yes) {
        reachable = yes;
    }

    /** Lets it go away when it has encrypted as often as that. */
    void unreachableAfter(int encryptions) {
        encryptionsLeft.set(encryptions);
    }

    /** How many connections are open. */
    int open() {
        return opened.get();
    }

    MasterKeys connect(ServerSettings settings) {
        assertConfigured(settings);
        opened.incrementAndGet();
        return this;
    }

    private static void assertConfigured(ServerSettings settings) {
        if (settings.servers().isEmpty()) {
            throw new AssertionError("connected without a server");
        }
    }

    @Override
    public MasterKey find(String name) throws MasterKeyException {
        if (!reachable) {
            throw new MasterKeyException("no gateway answers.");
        }
        MasterKey key = byName.get(name);
        if (key == null) {
            throw new MasterKeyException("the gateway has no active key of this name.");
        }
        return key;
    }

    @Override
    public Sealed encrypt(MasterKey key, byte[] clear, byte[] context) throws MasterKeyException {
        if (encryptionsLeft.getAndDecrement() <= 0) {
            throw new MasterKeyException("no gateway answers.");
        }
        byte[] vector = new byte[12];
        random.nextBytes(vector);
        byte[] both = run(Cipher.ENCRYPT_MODE, key, vector, clear, context);
        return new Sealed(ByteSlice.of(vector),
                ByteSlice.of(Arrays.copyOfRange(both, both.length - 16, both.length)),
                ByteSlice.of(Arrays.copyOf(both, both.length - 16)));
    }

    @Override
    public byte[] decrypt(MasterKey key, Sealed sealed, byte[] context) throws MasterKeyException {
        byte[] both = Arrays.copyOf(sealed.ciphertext().toByteArray(),
                sealed.ciphertext().length() + sealed.tag().length());
        System.arraycopy(sealed.tag().toByteArray(), 0, both, sealed.ciphertext().length(),
                sealed.tag().length());
        return run(Cipher.DECRYPT_MODE, key, sealed.vector().toByteArray(), both, context);
    }

    private byte[] run(int mode, MasterKey key, byte[] vector, byte[] in, byte[] context)
            throws MasterKeyException {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, byIdentifier.get(key.uniqueIdentifier()),
                    new GCMParameterSpec(128, vector));
            cipher.updateAAD(context);
            return cipher.doFinal(in);
        } catch (GeneralSecurityException e) {
            throw new MasterKeyException("the gateway refuses it.", e);
        }
    }

    @Override
    public void close() {
        opened.decrementAndGet();
    }
}
