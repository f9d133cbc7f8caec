package io.sallyport.hsm.crypto;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.command.HashAlgorithm;

/**
 * The one class that hands key bytes to the module's ciphers. A key comes in as off-heap memory; its
 * heap copy exists from the cipher's initialisation until {@link #run} returns and is then zeroed,
 * and the cipher is initialised anew with a constant key, so that it refers to no secret one.
 *
 * <p>What it can't promise: the provider makes its own key schedule on the heap, and the garbage
 * collector may have moved an array before it was zeroed. Such remains live in the engine's small,
 * non-dumpable heap until the memory is used again.
 *
 * <p>Belongs to one thread.
 */
public final class JcaBridge {
    private static final byte[] ZERO_BLOCK = new byte[16];
    private static final SecretKey IDLE_AES = new SecretKeySpec(new byte[16], "AES");
    private static final SecretKey IDLE_CHACHA20 = new SecretKeySpec(new byte[32], "ChaCha20");
    private static final SecretKey IDLE_DES3 = new SecretKeySpec(new byte[24], "DESede");

    private final Map<Transformation, Cipher> ciphers = new EnumMap<>(Transformation.class);
    private final Map<String, Mac> codes = new HashMap<>();

    /** Encrypt (or wrap), or the inverse. */
    enum Direction {
        ENCRYPT, DECRYPT
    }

    /**
     * What to transform: {@code length} bytes of {@code input} from {@code offset}.
     *
     * @param iv the IV, or null where the transformation has none
     * @param tagBits length of the tag of GCM or CCM, else 0
     * @param associated data authenticated beside it: the first {@code associatedLength} bytes
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Job(Transformation transformation, Direction direction, byte @Nullable [] iv,
            int tagBits, byte[] associated, int associatedLength, byte[] input, int offset,
            int length) {}

    /**
     * Runs one job under one key.
     *
     * @return the number of bytes written to {@code output} from {@code outputOffset}
     * @throws GeneralSecurityException if the provider refuses, or a tag or check value is wrong
     */
    int run(Job job, KeyView key, byte[] output, int outputOffset)
            throws GeneralSecurityException {
        Cipher cipher = cipher(job.transformation());
        try (OffHeapKey jcaKey = new OffHeapKey(key, job.transformation().keyAlgorithm())) {
            init(cipher, job, jcaKey);
            if (job.associatedLength() > 0) {
                cipher.updateAAD(job.associated(), 0, job.associatedLength());
            }
            return cipher.doFinal(job.input(), job.offset(), job.length(), output, outputOffset);
        } finally {
            forget(cipher, job.transformation());
        }
    }

    /** Whether the module has a transformation. */
    static boolean has(Transformation transformation) {
        return CryptoModule.current().cipher(transformation) != null;
    }

    /**
     * A code of these bytes by the module.
     *
     * @param hash HMAC's, or null for CMAC with AES
     * @return null if the module leaves it to the engine
     * @throws GeneralSecurityException if the module does not take the key
     */
    public byte @Nullable [] code(@Nullable HashAlgorithm hash, KeyView key, byte[] data)
            throws GeneralSecurityException {
        CryptoModule module = CryptoModule.current();
        String name = module.code(hash);
        if (name == null) {
            return null;
        }
        Mac mac = codes.get(name);
        if (mac == null) {
            mac = Mac.getInstance(name, module.ciphers());
            codes.put(name, mac);
        }
        try (OffHeapKey jcaKey = new OffHeapKey(key, IDLE_AES.getAlgorithm())) {
            mac.init(jcaKey);
            return mac.doFinal(data);
        } finally {
            mac.init(IDLE_AES);
        }
    }

    /** One block, transformed where it is. */
    interface Block {
        /** Transforms an array of one block's length. */
        void transform(byte[] block) throws GeneralSecurityException;
    }

    /** What transforms one block after another. */
    interface Blocks {
        /** Does it with this transformation, which is of use until this returns. */
        void with(Block cipher) throws GeneralSecurityException;
    }

    /**
     * Decrypts single blocks of AES under one key, for a mode that is put together from them.
     *
     * @throws GeneralSecurityException if the provider refuses the key
     */
    void decryptBlocks(KeyView key, Blocks blocks) throws GeneralSecurityException {
        Cipher cipher = cipher(Transformation.AES_ECB);
        try (OffHeapKey jcaKey = new OffHeapKey(key, Transformation.AES_ECB.keyAlgorithm())) {
            cipher.init(Cipher.DECRYPT_MODE, jcaKey);
            blocks.with(block -> cipher.update(block, 0, block.length, block, 0));
        } finally {
            forget(cipher, Transformation.AES_ECB);
        }
    }

    private static void init(Cipher cipher, Job job, SecretKey key)
            throws GeneralSecurityException {
        int mode = job.direction() == Direction.ENCRYPT ? Cipher.ENCRYPT_MODE : Cipher.DECRYPT_MODE;
        byte[] iv = job.iv();
        if (iv == null) {
            cipher.init(mode, key);
        } else if (job.transformation() == Transformation.AES_GCM
                || job.transformation() == Transformation.AES_CCM) {
            cipher.init(mode, key, new GCMParameterSpec(job.tagBits(), iv));
        } else {
            cipher.init(mode, key, new IvParameterSpec(iv));
        }
    }

    /** Decryption mode, since GCM remembers key and IV of an encryption. */
    private static void forget(Cipher cipher, Transformation transformation) {
        try {
            switch (transformation) {
                case AES_ECB, AES_KW, AES_KWP -> cipher.init(Cipher.DECRYPT_MODE, IDLE_AES);
                case AES_CBC, AES_CTR, AES_CFB, AES_OFB, AES_PCBC ->
                    cipher.init(Cipher.DECRYPT_MODE, IDLE_AES,
                            new IvParameterSpec(ZERO_BLOCK));
                case AES_GCM -> cipher.init(Cipher.DECRYPT_MODE, IDLE_AES,
                        new GCMParameterSpec(128, ZERO_BLOCK));
                case AES_CCM -> cipher.init(Cipher.DECRYPT_MODE, IDLE_AES,
                        new GCMParameterSpec(128, ZERO_BLOCK, 0, 12));
                case DES3_ECB -> cipher.init(Cipher.DECRYPT_MODE, IDLE_DES3);
                case CHACHA20_POLY1305 -> cipher.init(Cipher.DECRYPT_MODE, IDLE_CHACHA20,
                        new IvParameterSpec(ZERO_BLOCK, 0, 12));
                case DES3_CBC, DES3_CFB, DES3_OFB, DES3_PCBC ->
                    cipher.init(Cipher.DECRYPT_MODE, IDLE_DES3,
                            new IvParameterSpec(ZERO_BLOCK, 0, 8));
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A cipher can't be reset.", e);
        }
    }

    private Cipher cipher(Transformation transformation) throws GeneralSecurityException {
        Cipher cipher = ciphers.get(transformation);
        if (cipher == null) {
            CryptoModule module = CryptoModule.current();
            String name = module.cipher(transformation);
            if (name == null) {
                throw new NoSuchAlgorithmException("The module has not " + transformation + ".");
            }
            cipher = Cipher.getInstance(name, module.ciphers());
            ciphers.put(transformation, cipher);
        }
        return cipher;
    }

    /** Gives the provider heap copies of off-heap key bytes and zeroes every one it gave. */
    private static final class OffHeapKey implements SecretKey, AutoCloseable {
        private static final long serialVersionUID = 1L;
        private static final int DES2_BYTES = 16;

        private final transient KeyView bytes;
        private final String algorithm;
        private byte[][] given = new byte[0][];

        OffHeapKey(KeyView bytes, String algorithm) {
            this.bytes = bytes;
            this.algorithm = algorithm;
        }

        @Override
        public String getAlgorithm() {
            return algorithm;
        }

        @Override
        public String getFormat() {
            return "RAW";
        }

        @Override
        public byte[] getEncoded() {
            int length = bytes.length();
            boolean twoKeys = length == DES2_BYTES && "DESede".equals(algorithm);
            byte[] copy = new byte[twoKeys ? 24 : length];
            MemorySegment.copy(bytes.bytes(), ValueLayout.JAVA_BYTE, 0, copy, 0, length);
            if (twoKeys) {
                System.arraycopy(copy, 0, copy, DES2_BYTES, 8);
            }
            given = Arrays.copyOf(given, given.length + 1);
            given[given.length - 1] = copy;
            return copy;
        }

        @Override
        public void close() {
            for (byte[] copy : given) {
                Arrays.fill(copy, (byte) 0);
            }
        }

        private void writeObject(java.io.ObjectOutputStream out)
                throws java.io.NotSerializableException {
            throw new java.io.NotSerializableException("A key is not serialised.");
        }
    }
}
