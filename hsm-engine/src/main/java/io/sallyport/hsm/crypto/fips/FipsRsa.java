package io.sallyport.hsm.crypto.fips;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;

import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;

import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.HashAlgorithm;
import io.sallyport.hsm.command.SignatureSpec;
import io.sallyport.hsm.command.SignatureSpec.Padding;
import io.sallyport.hsm.crypto.Hashes;
import io.sallyport.hsm.crypto.ModuleKey;
import io.sallyport.hsm.crypto.NonceSource;
import io.sallyport.hsm.crypto.PaddedRsa;

/** RSA with its paddings by the provider. Stateless. */
final class FipsRsa implements PaddedRsa {
    private static final String OAEP = "RSA/NONE/OAEPPadding";

    private final Provider provider;

    FipsRsa(Provider provider) {
        this.provider = provider;
    }

    @Override
    public byte @Nullable [] encrypt(ModuleKey key, Oaep oaep, byte[] message, NonceSource nonces)
            throws EngineFault {
        return FipsKeys.attempt(() -> {
            Cipher cipher = Cipher.getInstance(OAEP, provider);
            cipher.init(Cipher.WRAP_MODE, FipsKey.publicKey(key), parameters(oaep),
                    nonces.random());
            return cipher.wrap(new Message(message));
        });
    }

    @Override
    public byte @Nullable [] decrypt(ModuleKey key, Oaep oaep, byte[] ciphertext)
            throws EngineFault {
        return FipsKeys.attempt(() -> {
            Cipher cipher = Cipher.getInstance(OAEP, provider);
            cipher.init(Cipher.DECRYPT_MODE, FipsKey.privateKey(key), parameters(oaep));
            return cipher.doFinal(ciphertext);
        });
    }

    @Override
    public byte @Nullable [] sign(ModuleKey key, SignatureSpec spec, byte[] input,
            NonceSource nonces) throws EngineFault {
        checkMask(spec);
        return FipsKeys.attempt(() -> {
            Signature signature = signature(spec);
            signature.initSign(FipsKey.privateKey(key), nonces.random());
            signature.update(input);
            return signature.sign();
        });
    }

    @Override
    public boolean verify(ModuleKey key, SignatureSpec spec, byte[] input, byte[] signature)
            throws EngineFault {
        checkMask(spec);
        return Boolean.TRUE.equals(FipsKeys.attempt(() -> {
            Signature verifier = signature(spec);
            verifier.initVerify(FipsKey.publicKey(key));
            verifier.update(input);
            return verifier.verify(signature);
        }));
    }

    /** PKCS#1 v1.5 takes a digest info, and PSS the data. */
    private Signature signature(SignatureSpec spec) throws GeneralSecurityException {
        HashAlgorithm hash = spec.hash();
        if (spec.padding() != Padding.PSS || hash == null) {
            return Signature.getInstance("NONEwithRSA", provider);
        }
        String name = name(hash);
        Signature signature = Signature.getInstance("PSS", provider);
        signature.setParameter(new PSSParameterSpec(name, "MGF1", new MGF1ParameterSpec(name),
                spec.saltLengthBytes(), PSSParameterSpec.TRAILER_FIELD_BC));
        return signature;
    }

    private static void checkMask(SignatureSpec spec) throws EngineFault {
        boolean another = spec.maskHash() != null && spec.maskHash() != spec.hash();
        if (spec.padding() == Padding.PSS && another) {
            throw FipsKeys.refused("A mask of PSS with another hash");
        }
    }

    /** The module's parameters have another name than its functions for two of them. */
    static String name(HashAlgorithm hash) {
        return switch (hash) {
            case SHA_512_224 -> "SHA-512(224)";
            case SHA_512_256 -> "SHA-512(256)";
            case SHA_1, SHA_224, SHA_256, SHA_384, SHA_512, SHA3_224, SHA3_256, SHA3_384,
                    SHA3_512 ->
                Hashes.name(hash);
        };
    }

    private static OAEPParameterSpec parameters(Oaep oaep) {
        return new OAEPParameterSpec(name(oaep.hash()), "MGF1",
                new MGF1ParameterSpec(name(oaep.maskHash())),
                new PSource.PSpecified(oaep.label()));
    }

    /** The provider encrypts keys only, and any bytes may be one. */
    private static final class Message implements SecretKey {
        private static final long serialVersionUID = 1L;

        private final transient byte[] bytes;

        Message(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public String getAlgorithm() {
            return "RAW";
        }

        @Override
        public String getFormat() {
            return "RAW";
        }

        @Override
        public byte[] getEncoded() {
            return bytes.clone();
        }

        private void writeObject(java.io.ObjectOutputStream out)
                throws java.io.NotSerializableException {
            throw new java.io.NotSerializableException("A message is not serialised.");
        }
    }
}
