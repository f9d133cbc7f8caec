package io.sallyport.hsm.process;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import javax.crypto.Cipher;
import javax.crypto.KEM;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import org.bouncycastle.jce.provider.BouncyCastleProvider;

import io.sallyport.hsm.algorithm.Algorithm;
import io.sallyport.hsm.command.CipherSpec;
import io.sallyport.hsm.command.CipherSpec.Mode;
import io.sallyport.hsm.command.CipherSpec.Padding;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineResult;
import io.sallyport.hsm.command.HashAlgorithm;
import io.sallyport.hsm.command.SignatureSpec;
import io.sallyport.hsm.command.WrapSpec;
import io.sallyport.hsm.object.KeyDates;
import io.sallyport.hsm.object.KeyState;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.hsm.object.Protection;
import io.sallyport.hsm.object.Sha256;
import io.sallyport.hsm.object.WrappedObject;

/**
 * An operation whose rate is of interest: as commands of an engine, and by the provider alone.
 *
 * @param commands together they are one operation
 * @param provider the same with a key that is at hand, given to the provider anew each time
 */
record RatedOperation(String name, List<EngineCommand<?>> commands, Work provider) {
    private static final int ALL = 0xffff;
    private static final int AES = 3;
    private static final int RSA = 4;
    private static final int EC = 6;
    private static final int CURVE_P256 = 0;
    private static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();

    /** One operation. */
    interface Work {
        void run() throws Exception;
    }

    /** An engine that makes the keys. */
    interface Engine {
        <R extends EngineResult, T> T call(EngineCommand<R> command, Function<R, T> reader)
                throws EngineFault;
    }

    /** All of them, with keys of this engine. */
    static List<RatedOperation> all(Engine engine) throws EngineFault, GeneralSecurityException {
        WrappedObject key = engine.call(new EngineCommand.Generate(header("key", 2, 1, AES, 256)),
                EngineResult.Wrapped::object);
        return List.of(wrapping(engine, key), gcm(key, 32), gcm(key, 1024),
                signing(engine, "RSA-2048 sign (PKCS#1 v1.5, SHA-256)", RSA, 2048, 0,
                        SignatureSpec.Padding.PKCS1_V1_5, "SHA256withRSA"),
                signing(engine, "ECDSA P-256 sign (SHA-256)", EC, 256, CURVE_P256,
                        SignatureSpec.Padding.NONE, "SHA256withECDSA"),
                mlDsa(engine), mlKem(engine));
    }

    private static ObjectHeader header(String id, int type, int format, int algorithm, int bits) {
        return new ObjectHeader(id, "tenant", 1, type, format, algorithm, bits, ALL,
                KeyState.ACTIVE, new KeyDates(1000, 1000L, null, null, null, null, null, null),
                Protection.EXTRACTABLE, Sha256.of(new byte[32]));
    }

    private static RatedOperation wrapping(Engine engine, WrappedObject key)
            throws EngineFault, GeneralSecurityException {
        ByteBuffer nothing = ByteBuffer.allocateDirect(0);
        EngineCommand.ExportWrapped wrap = new EngineCommand.ExportWrapped(key, key,
                WrapSpec.NIST_KEY_WRAP, nothing, nothing);
        byte[] wrapped = engine.call(wrap, r -> Samples.bytes(r.bytes()));
        EngineCommand.ImportWrapped unwrap = new EngineCommand.ImportWrapped(
                header("taken", 2, 1, AES, 256), key, WrapSpec.NIST_KEY_WRAP,
                WrapSpec.Encoding.NONE, null, null, null, Samples.direct(wrapped));
        Cipher cipher = Cipher.getInstance("AES/KW/NoPadding");
        SecretKeySpec bare = new SecretKeySpec(new byte[32], "AES");
        byte[] clear = new byte[32];
        return new RatedOperation("AES-256 key wrap of 32 bytes and unwrap"
                + " (ExportWrapped, ImportWrapped)", List.of(wrap, unwrap), () -> {
                    cipher.init(Cipher.ENCRYPT_MODE, bare);
                    byte[] sealed = cipher.doFinal(clear);
                    cipher.init(Cipher.DECRYPT_MODE, bare);
                    cipher.doFinal(sealed);
                });
    }

    private static RatedOperation gcm(WrappedObject key, int length)
            throws GeneralSecurityException {
        EngineCommand.Encrypt encrypt = new EngineCommand.Encrypt(key,
                new CipherSpec(Mode.GCM, Padding.NONE, 16, true), null, null,
                ByteBuffer.allocateDirect(length));
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        SecretKeySpec bare = new SecretKeySpec(new byte[32], "AES");
        SecureRandom random = SecureRandom.getInstance("NativePRNGNonBlocking");
        byte[] iv = new byte[12];
        byte[] clear = new byte[length];
        byte[] sealed = new byte[length + 16];
        return new RatedOperation("AES-256-GCM encrypt, " + length + " bytes (Encrypt)",
                List.of(encrypt), () -> {
                    random.nextBytes(iv);
                    cipher.init(Cipher.ENCRYPT_MODE, bare, new GCMParameterSpec(128, iv));
                    cipher.doFinal(clear, 0, clear.length, sealed, 0);
                });
    }

    private static RatedOperation signing(Engine engine, String name, int algorithm, int bits,
            int curve, SignatureSpec.Padding padding, String jcaName)
            throws EngineFault, GeneralSecurityException {
        WrappedObject key = engine.call(new EngineCommand.GeneratePair(
                header("private", 4, 4, algorithm, bits), header("public", 3, 5, algorithm, bits),
                curve), r -> r.privateKey().object());
        EngineCommand.Sign sign = new EngineCommand.Sign(key,
                new SignatureSpec(padding, HashAlgorithm.SHA_256), false, null,
                ByteBuffer.allocateDirect(32));
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm == RSA ? "RSA" : "EC",
                BOUNCY_CASTLE);
        generator.initialize(bits);
        KeyPair pair = generator.generateKeyPair();
        Signature signature = Signature.getInstance(jcaName, BOUNCY_CASTLE);
        byte[] data = new byte[32];
        return new RatedOperation(name, List.of(sign), () -> {
            signature.initSign(pair.getPrivate());
            signature.update(data);
            signature.sign();
        });
    }

    private static RatedOperation mlDsa(Engine engine)
            throws EngineFault, GeneralSecurityException {
        EngineCommand.Sign sign = new EngineCommand.Sign(
                engine.call(pair(Algorithm.ML_DSA_65), r -> r.privateKey().object()),
                new SignatureSpec(SignatureSpec.Padding.NONE, null), false, null,
                ByteBuffer.allocateDirect(32));
        KeyPair pair = KeyPairGenerator.getInstance("ML-DSA-65").generateKeyPair();
        Signature signature = Signature.getInstance("ML-DSA-65");
        byte[] data = new byte[32];
        return new RatedOperation("ML-DSA-65 sign", List.of(sign), () -> {
            signature.initSign(pair.getPrivate());
            signature.update(data);
            signature.sign();
        });
    }

    private static RatedOperation mlKem(Engine engine)
            throws EngineFault, GeneralSecurityException {
        List<WrappedObject> keys = engine.call(pair(Algorithm.ML_KEM_768),
                r -> List.of(r.privateKey().object(), r.publicKey().object()));
        ObjectHeader secret = header("secret", 2, 1, AES, 256);
        EngineCommand.Encapsulate encapsulate =
                new EngineCommand.Encapsulate(keys.getLast(), secret);
        byte[] ciphertext =
                engine.call(encapsulate, result -> Samples.bytes(result.ciphertext()));
        EngineCommand.Decapsulate decapsulate = new EngineCommand.Decapsulate(keys.getFirst(),
                Samples.direct(ciphertext), secret);
        KeyPair pair = KeyPairGenerator.getInstance("ML-KEM-768").generateKeyPair();
        KEM kem = KEM.getInstance("ML-KEM");
        return new RatedOperation("ML-KEM-768 encapsulate and decapsulate",
                List.of(encapsulate, decapsulate), () -> {
                    KEM.Encapsulated made = kem.newEncapsulator(pair.getPublic()).encapsulate();
                    kem.newDecapsulator(pair.getPrivate()).decapsulate(made.encapsulation());
                });
    }

    private static EngineCommand.GeneratePair pair(Algorithm algorithm) {
        int bits = Objects.requireNonNull(algorithm.set()).publicBytes() * Byte.SIZE;
        return new EngineCommand.GeneratePair(header("private", 4, 4, algorithm.code(), bits),
                header("public", 3, 5, algorithm.code(), bits), 0);
    }
}
