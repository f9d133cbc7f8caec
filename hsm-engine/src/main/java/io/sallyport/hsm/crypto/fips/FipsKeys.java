package io.sallyport.hsm.crypto.fips;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.Signature;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;

import javax.crypto.KeyAgreement;

import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.command.SignatureSpec;
import io.sallyport.hsm.command.SignatureSpec.Padding;
import io.sallyport.hsm.crypto.CryptoModule;
import io.sallyport.hsm.crypto.KeyKind;
import io.sallyport.hsm.crypto.KeyModule;
import io.sallyport.hsm.crypto.ModuleKey;
import io.sallyport.hsm.crypto.NonceSource;
import io.sallyport.hsm.crypto.PaddedRsa;
import io.sallyport.hsm.crypto.SelfTestFailure;

/**
 * Key pairs by the provider. It says that something is not approved by an assertion error; here
 * that is a fault, since anybody may have brought the key. Stateless.
 */
final class FipsKeys implements KeyModule {
    private static final ASN1ObjectIdentifier EDWARDS_CURVES = new ASN1ObjectIdentifier("1.3.101");

    /** Of RFC 5915. */
    private static final int PUBLIC_KEY = 1;
    private static final int LONG_FORM = 0x80;

    /** For what has parameters of PSS or the old name, which the engine does not heed. */
    private static final AlgorithmIdentifier RSA =
            new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE);

    private final Provider provider;
    private final PaddedRsa rsa;

    FipsKeys(Provider provider) {
        this.provider = provider;
        this.rsa = new FipsRsa(provider);
    }

    /** What the provider is asked to do. */
    interface Call<T extends @Nullable Object> {
        T run() throws GeneralSecurityException;
    }

    /**
     * What a call gives; null if the provider says that the input is wrong.
     *
     * @throws SelfTestFailure if the source of randomness is broken
     */
    static <T> @Nullable T attempt(Call<T> call) throws EngineFault {
        try {
            return call.run();
        } catch (InvalidKeyException e) {
            throw wrongKey();
        } catch (SelfTestFailure e) {
            throw e;
        } catch (GeneralSecurityException | RuntimeException e) {
            return null;
        } catch (AssertionError e) {
            throw refused("What the key is to do");
        }
    }

    /** What a call gives that must not fail. */
    static <T> T run(Call<T> call) throws EngineFault {
        try {
            return call.run();
        } catch (InvalidKeyException e) {
            throw wrongKey();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The module refuses.", e);
        } catch (AssertionError e) {
            throw refused("What the key is to do");
        }
    }

    private static EngineFault wrongKey() {
        return new EngineFault(Reason.INVALID_PARAMETERS,
                "The module does not take the key for this.");
    }

    static EngineFault refused(String what) {
        return new EngineFault(Reason.NOT_APPROVED, what + " " + CryptoModule.NOT_APPROVED);
    }

    @Override
    public ModuleKey ofPrivate(PrivateKeyInfo info) throws IOException, EngineFault {
        boolean rsa = kind(info.getPrivateKeyAlgorithm().getAlgorithm()) == KeyKind.RSA;
        byte[] encoded = (rsa ? new PrivateKeyInfo(RSA, info.parsePrivateKey()) : info)
                .getEncoded();
        try {
            return key(info.getPrivateKeyAlgorithm(), (factory) -> factory
                    .generatePrivate(new PKCS8EncodedKeySpec(encoded)));
        } finally {
            Arrays.fill(encoded, (byte) 0);
        }
    }

    @Override
    public ModuleKey ofPublic(SubjectPublicKeyInfo info) throws IOException, EngineFault {
        boolean rsa = kind(info.getAlgorithm().getAlgorithm()) == KeyKind.RSA;
        byte[] encoded = (rsa ? new SubjectPublicKeyInfo(RSA, info.parsePublicKey()) : info)
                .getEncoded();
        return key(info.getAlgorithm(),
                factory -> factory.generatePublic(new X509EncodedKeySpec(encoded)));
    }

    private interface Reading {
        Key by(KeyFactory factory) throws GeneralSecurityException;
    }

    private ModuleKey key(AlgorithmIdentifier algorithm, Reading reading)
            throws IOException, EngineFault {
        KeyKind kind = kind(algorithm.getAlgorithm());
        if (kind == KeyKind.X25519 || kind == KeyKind.X448) {
            throw refused("Agreement on this curve");
        }
        Key key = attempt(
                () -> reading.by(KeyFactory.getInstance(name(kind), provider)));
        if (key == null) {
            throw new IOException("The module takes no such key.");
        }
        return new FipsKey(key, kind, curve(algorithm));
    }

    @Override
    public PrivateKeyInfo privateInfo(ModuleKey key) {
        return PrivateKeyInfo.getInstance(((FipsKey) key).encoded());
    }

    @Override
    public SubjectPublicKeyInfo publicInfo(ModuleKey key) {
        return SubjectPublicKeyInfo.getInstance(((FipsKey) key).encoded());
    }

    @Override
    public Pair rsa(int bits, NonceSource nonces) throws EngineFault {
        return generate(KeyKind.RSA,
                new RSAKeyGenParameterSpec(bits, BigInteger.valueOf(65_537)), null, nonces);
    }

    @Override
    public Pair ec(ASN1ObjectIdentifier curve, NonceSource nonces) throws EngineFault {
        return generate(KeyKind.EC, new ECGenParameterSpec(curve.getId()), curve, nonces);
    }

    @Override
    public Pair octets(KeyKind kind, NonceSource nonces) throws EngineFault {
        if (kind == KeyKind.X25519 || kind == KeyKind.X448) {
            throw refused("Agreement on this curve");
        }
        return generate(kind, new NamedParameterSpec(name(kind)), null, nonces);
    }

    private Pair generate(KeyKind kind, AlgorithmParameterSpec parameters,
            @Nullable ASN1ObjectIdentifier curve, NonceSource nonces) throws EngineFault {
        KeyPair pair = run(() -> {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(name(kind), provider);
            generator.initialize(parameters, nonces.random());
            return generator.generateKeyPair();
        });
        return new Pair(new FipsKey(pair.getPrivate(), kind, curve),
                new FipsKey(pair.getPublic(), kind, curve));
    }

    @Override
    public byte[] agree(ModuleKey privateKey, ModuleKey publicKey) throws EngineFault {
        byte[] secret = attempt(() -> {
            KeyAgreement agreement = KeyAgreement.getInstance("ECCDH", provider);
            agreement.init(FipsKey.privateKey(privateKey));
            agreement.doPhase(FipsKey.publicKey(publicKey), true);
            return agreement.generateSecret();
        });
        if (secret == null) {
            throw new IllegalArgumentException("The keys do not agree.");
        }
        return secret;
    }

    @Override
    public boolean signsData(ModuleKey key, SignatureSpec spec) {
        return key.kind() == KeyKind.ED25519 || key.kind() == KeyKind.ED448
                || spec.padding() == Padding.PSS;
    }

    @Override
    public byte[] sign(ModuleKey key, byte[] input, NonceSource nonces) throws EngineFault {
        byte[] signed = run(() -> {
            Signature signature = Signature.getInstance(signature(key.kind()), provider);
            if (key.kind() == KeyKind.EC) {
                signature.initSign(FipsKey.privateKey(key), nonces.random());
            } else {
                signature.initSign(FipsKey.privateKey(key));
            }
            signature.update(input);
            return signature.sign();
        });
        FipsKey other = key.kind() == KeyKind.EC ? otherHalf((FipsKey) key) : null;
        if (other != null && !verify(other, input, signed)) {
            // Whoever brought the key may have put two together that are none; not our error then.
            throw new EngineFault(Reason.CRYPTOGRAPHIC_FAILURE,
                    "The signature does not verify under the key's own public half.");
        }
        return signed;
    }

    /**
     * The public key that a private one on a curve brings along, as all have that were made here;
     * null if it brings none, since the module computes no points for others.
     */
    private @Nullable FipsKey otherHalf(FipsKey key) throws EngineFault {
        byte[] encoded = key.encoded();
        try {
            PrivateKeyInfo info = PrivateKeyInfo.getInstance(encoded);
            for (ASN1Encodable item : ASN1Sequence.getInstance(info.parsePrivateKey())) {
                if (item instanceof ASN1TaggedObject tagged && tagged.getTagNo() == PUBLIC_KEY) {
                    return (FipsKey) ofPublic(new SubjectPublicKeyInfo(
                            info.getPrivateKeyAlgorithm(), point(tagged)));
                }
            }
            return null;
        } catch (IOException e) {
            throw new IllegalStateException("The module's own key can't be read.", e);
        } finally {
            Arrays.fill(encoded, (byte) 0);
        }
    }

    /** What is within an explicit tag, read in a way that both libraries have. */
    private static byte[] point(ASN1TaggedObject tagged) throws IOException {
        byte[] der = tagged.getEncoded(ASN1Encoding.DER);
        int head = (der[1] & LONG_FORM) == 0 ? 2 : 2 + (der[1] & (LONG_FORM - 1));
        return ((ASN1BitString) ASN1Primitive
                .fromByteArray(Arrays.copyOfRange(der, head, der.length))).getBytes();
    }

    @Override
    public boolean verify(ModuleKey key, byte[] input, byte[] signature) throws EngineFault {
        return Boolean.TRUE.equals(attempt(() -> {
            Signature verifier = Signature.getInstance(signature(key.kind()), provider);
            verifier.initVerify(FipsKey.publicKey(key));
            verifier.update(input);
            return verifier.verify(signature);
        }));
    }

    @Override
    public @Nullable PaddedRsa paddedRsa() {
        return rsa;
    }

    @Override
    public byte @Nullable [] rawRsa(ModuleKey key, byte[] input) {
        throw new IllegalStateException("The module gives no RSA primitive.");
    }

    private static String signature(KeyKind kind) {
        return kind == KeyKind.EC ? "NONEwithECDSA" : name(kind);
    }

    private static String name(KeyKind kind) {
        return switch (kind) {
            case RSA -> "RSA";
            case EC -> "EC";
            case ED25519 -> "Ed25519";
            case ED448 -> "Ed448";
            case X25519, X448 -> throw new IllegalArgumentException("The module has no such keys.");
        };
    }

    /** RFC 8410 numbers the curves of RFC 7748 and RFC 8032 from 110; the rest is EC or RSA. */
    private static KeyKind kind(ASN1ObjectIdentifier algorithm) {
        if (algorithm.on(EDWARDS_CURVES)) {
            String id = algorithm.getId();
            return switch (id.substring(id.length() - 3)) {
                case "110" -> KeyKind.X25519;
                case "111" -> KeyKind.X448;
                case "112" -> KeyKind.ED25519;
                default -> KeyKind.ED448;
            };
        }
        return X9ObjectIdentifiers.id_ecPublicKey.equals(algorithm) ? KeyKind.EC : KeyKind.RSA;
    }

    private static @Nullable ASN1ObjectIdentifier curve(AlgorithmIdentifier algorithm) {
        ASN1Encodable parameters = algorithm.getParameters();
        return X9ObjectIdentifiers.id_ecPublicKey.equals(algorithm.getAlgorithm())
                && parameters instanceof ASN1ObjectIdentifier name ? name : null;
    }
}
