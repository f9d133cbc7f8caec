package io.sallyport.hsm.crypto.bc;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.DataLengthException;
import org.bouncycastle.crypto.RawAgreement;
import org.bouncycastle.crypto.agreement.ECDHBasicAgreement;
import org.bouncycastle.crypto.agreement.X25519Agreement;
import org.bouncycastle.crypto.agreement.X448Agreement;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.engines.RSABlindedEngine;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.generators.RSAKeyPairGenerator;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed448PrivateKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyGenerationParameters;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.X448PrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.util.BigIntegers;
import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.command.SignatureSpec;
import io.sallyport.hsm.crypto.KeyKind;
import io.sallyport.hsm.crypto.KeyModule;
import io.sallyport.hsm.crypto.ModuleKey;
import io.sallyport.hsm.crypto.NonceSource;
import io.sallyport.hsm.crypto.PaddedRsa;

/** Key pairs by the lightweight API. Stateless. */
final class BouncyKeys implements KeyModule {
    private static final BigInteger EXPONENT = BigInteger.valueOf(65_537);
    private static final int CERTAINTY_BITS = 128;

    @Override
    public ModuleKey ofPrivate(PrivateKeyInfo info) throws IOException {
        return new BouncyKey(PrivateKeyFactory.createKey(info));
    }

    @Override
    public ModuleKey ofPublic(SubjectPublicKeyInfo info) throws IOException {
        return new BouncyKey(PublicKeyFactory.createKey(info));
    }

    @Override
    public PrivateKeyInfo privateInfo(ModuleKey key) throws IOException {
        return PrivateKeyInfoFactory.createPrivateKeyInfo(BouncyKey.parameter(key));
    }

    @Override
    public SubjectPublicKeyInfo publicInfo(ModuleKey key) throws IOException {
        return SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(BouncyKey.parameter(key));
    }

    @Override
    public Pair rsa(int bits, NonceSource nonces) {
        RSAKeyPairGenerator generator = new RSAKeyPairGenerator();
        generator.init(new RSAKeyGenerationParameters(EXPONENT, nonces.random(), bits,
                CERTAINTY_BITS));
        return pair(generator.generateKeyPair());
    }

    @Override
    public Pair ec(ASN1ObjectIdentifier curve, NonceSource nonces) {
        X9ECParameters custom = CustomNamedCurves.getByOID(curve);
        ECKeyPairGenerator generator = new ECKeyPairGenerator();
        generator.init(new ECKeyGenerationParameters(new ECNamedDomainParameters(curve,
                custom == null ? ECNamedCurveTable.getByOID(curve) : custom), nonces.random()));
        return pair(generator.generateKeyPair());
    }

    @Override
    public Pair octets(KeyKind kind, NonceSource nonces) {
        SecureRandom random = nonces.random();
        return switch (kind) {
            case ED25519 -> {
                Ed25519PrivateKeyParameters key = new Ed25519PrivateKeyParameters(random);
                yield pair(key, key.generatePublicKey());
            }
            case ED448 -> {
                Ed448PrivateKeyParameters key = new Ed448PrivateKeyParameters(random);
                yield pair(key, key.generatePublicKey());
            }
            case X25519 -> {
                X25519PrivateKeyParameters key = new X25519PrivateKeyParameters(random);
                yield pair(key, key.generatePublicKey());
            }
            case X448 -> {
                X448PrivateKeyParameters key = new X448PrivateKeyParameters(random);
                yield pair(key, key.generatePublicKey());
            }
            case RSA, EC -> throw new IllegalArgumentException("The kind has parameters.");
        };
    }

    @Override
    public byte[] agree(ModuleKey privateKey, ModuleKey publicKey) {
        AsymmetricKeyParameter mine = BouncyKey.parameter(privateKey);
        AsymmetricKeyParameter theirs = BouncyKey.parameter(publicKey);
        return switch (privateKey.kind()) {
            case EC -> {
                ECDHBasicAgreement agreement = new ECDHBasicAgreement();
                agreement.init(mine);
                yield BigIntegers.asUnsignedByteArray(agreement.getFieldSize(),
                        agreement.calculateAgreement(theirs));
            }
            case X25519 -> agree(new X25519Agreement(), mine, theirs);
            case X448 -> agree(new X448Agreement(), mine, theirs);
            case RSA, ED25519, ED448 -> throw new IllegalArgumentException("The keys only sign.");
        };
    }

    @Override
    public boolean signsData(ModuleKey key, SignatureSpec spec) {
        return key.kind() == KeyKind.ED25519 || key.kind() == KeyKind.ED448;
    }

    @Override
    public byte[] sign(ModuleKey key, byte[] input, NonceSource nonces) {
        return BouncySignatures.sign(BouncyKey.parameter(key), input);
    }

    @Override
    public boolean verify(ModuleKey key, byte[] input, byte[] signature) {
        return BouncySignatures.verify(BouncyKey.parameter(key), input, signature);
    }

    @Override
    public @Nullable PaddedRsa paddedRsa() {
        return null;
    }

    @Override
    public byte @Nullable [] rawRsa(ModuleKey key, byte[] input) throws EngineFault {
        RSABlindedEngine engine = new RSABlindedEngine();
        try {
            // With "true" the engine keeps leading zeros, so that the length tells nothing.
            engine.init(true, BouncyKey.parameter(key));
            return engine.processBlock(input, 0, input.length);
        } catch (DataLengthException e) {
            return null;
        } catch (IllegalStateException | IllegalArgumentException | ArithmeticException e) {
            // Anybody may have brought this key; it is no reason to stop the engine.
            throw new EngineFault(Reason.INVALID_PARAMETERS,
                    "The key's numbers are not those of an RSA key.");
        }
    }

    private static byte[] agree(RawAgreement agreement, AsymmetricKeyParameter mine,
            AsymmetricKeyParameter theirs) {
        agreement.init(mine);
        byte[] secret = new byte[agreement.getAgreementSize()];
        agreement.calculateAgreement(theirs, secret, 0);
        return secret;
    }

    private static Pair pair(AsymmetricCipherKeyPair pair) {
        return pair(pair.getPrivate(), pair.getPublic());
    }

    private static Pair pair(AsymmetricKeyParameter privateKey, AsymmetricKeyParameter publicKey) {
        return new Pair(new BouncyKey(privateKey), new BouncyKey(publicKey));
    }
}
