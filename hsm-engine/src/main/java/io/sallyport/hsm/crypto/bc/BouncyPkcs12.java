package io.sallyport.hsm.crypto.bc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.AuthenticatedSafe;
import org.bouncycastle.asn1.pkcs.CertBag;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.EncryptedData;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.EncryptionScheme;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.MacData;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.bouncycastle.asn1.pkcs.SafeBag;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DigestInfo;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.PBEParametersGenerator;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.generators.PKCS12ParametersGenerator;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.modes.CBCBlockCipher;
import org.bouncycastle.crypto.paddings.PKCS7Padding;
import org.bouncycastle.crypto.paddings.PaddedBufferedBlockCipher;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;

import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.crypto.NonceSource;
import io.sallyport.hsm.crypto.Pkcs12;

/** PKCS#12 by the lightweight API. Belongs to one thread. */
final class BouncyPkcs12 implements Pkcs12 {
    private static final int ITERATIONS = 100_000;
    private static final int SALT_BYTES = 16;
    private static final int KEY_BITS = 256;
    private static final int IV_BYTES = 16;
    private static final byte[] LOCAL_KEY_ID = {1};

    private final NonceSource nonces;

    BouncyPkcs12(NonceSource nonces) {
        this.nonces = nonces;
    }

    @Override
    public byte[] container(byte @Nullable [] key, byte[] password, String friendlyName,
            List<byte[]> certificates) throws EngineFault {
        char[] characters = characters(password);
        byte[] salt = nonces.nonce(SALT_BYTES);
        KeyParameter secret = secret(password, salt);
        try {
            ASN1Set attributes = attributes(friendlyName, key != null);
            ASN1EncodableVector safes = new ASN1EncodableVector();
            if (key != null) {
                byte[] iv = nonces.nonce(IV_BYTES);
                safes.add(data(new DERSequence(new SafeBag(
                        PKCSObjectIdentifiers.pkcs8ShroudedKeyBag,
                        new EncryptedPrivateKeyInfo(scheme(salt, iv), encrypt(secret, iv, key)),
                        attributes))));
            }
            if (!certificates.isEmpty()) {
                byte[] iv = nonces.nonce(IV_BYTES);
                safes.add(new ContentInfo(PKCSObjectIdentifiers.encryptedData,
                        new EncryptedData(PKCSObjectIdentifiers.data, scheme(salt, iv),
                                new DEROctetString(encrypt(secret, iv,
                                        der(bags(certificates, attributes)))))));
            }
            byte[] content = der(AuthenticatedSafe.getInstance(new DERSequence(safes)));
            return der(new Pfx(new ContentInfo(PKCSObjectIdentifiers.data,
                    new DEROctetString(content)), mac(characters, content)));
        } finally {
            Arrays.fill(characters, '\0');
            Arrays.fill(secret.getKey(), (byte) 0);
        }
    }

    private static char[] characters(byte[] password) throws EngineFault {
        try {
            CharBuffer decoded =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(password));
            char[] characters = new char[decoded.remaining()];
            decoded.get(characters);
            Arrays.fill(decoded.array(), '\0');
            return characters;
        } catch (CharacterCodingException e) {
            throw new EngineFault(Reason.INVALID_PARAMETERS, "The password is not UTF-8.");
        }
    }

    private static KeyParameter secret(byte[] password, byte[] salt) {
        PKCS5S2ParametersGenerator derivation =
                new PKCS5S2ParametersGenerator(new SHA256Digest());
        derivation.init(password, salt, ITERATIONS);
        return (KeyParameter) derivation.generateDerivedParameters(KEY_BITS);
    }

    private static AlgorithmIdentifier scheme(byte[] salt, byte[] iv) {
        KeyDerivationFunc derivation = new KeyDerivationFunc(PKCSObjectIdentifiers.id_PBKDF2,
                new PBKDF2Params(salt, ITERATIONS, KEY_BITS / Byte.SIZE, new AlgorithmIdentifier(
                        PKCSObjectIdentifiers.id_hmacWithSHA256, DERNull.INSTANCE)));
        EncryptionScheme encryption = new EncryptionScheme(
                NISTObjectIdentifiers.id_aes256_CBC, new DEROctetString(iv));
        return new AlgorithmIdentifier(PKCSObjectIdentifiers.id_PBES2,
                new PBES2Parameters(derivation, encryption));
    }

    private static byte[] encrypt(KeyParameter secret, byte[] iv, byte[] clear) {
        PaddedBufferedBlockCipher cipher = new PaddedBufferedBlockCipher(
                CBCBlockCipher.newInstance(AESEngine.newInstance()), new PKCS7Padding());
        cipher.init(true, new ParametersWithIV(secret, iv));
        byte[] output = new byte[cipher.getOutputSize(clear.length)];
        try {
            int length = cipher.processBytes(clear, 0, clear.length, output, 0);
            cipher.doFinal(output, length);
            return output;
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("An encryption failed.", e);
        }
    }

    private MacData mac(char[] password, byte[] content) {
        byte[] salt = nonces.nonce(SALT_BYTES);
        byte[] bytes = PBEParametersGenerator.PKCS12PasswordToBytes(password);
        PKCS12ParametersGenerator derivation = new PKCS12ParametersGenerator(new SHA256Digest());
        derivation.init(bytes, salt, ITERATIONS);
        HMac hmac = new HMac(new SHA256Digest());
        hmac.init(derivation.generateDerivedMacParameters(KEY_BITS));
        Arrays.fill(bytes, (byte) 0);
        hmac.update(content, 0, content.length);
        byte[] value = new byte[hmac.getMacSize()];
        hmac.doFinal(value, 0);
        return new MacData(new DigestInfo(new AlgorithmIdentifier(
                NISTObjectIdentifiers.id_sha256, DERNull.INSTANCE), value), salt, ITERATIONS);
    }

    private static DERSequence bags(List<byte[]> certificates, ASN1Set ofFirst) {
        ASN1EncodableVector bags = new ASN1EncodableVector();
        for (byte[] certificate : certificates) {
            bags.add(new SafeBag(PKCSObjectIdentifiers.certBag,
                    new CertBag(PKCSObjectIdentifiers.x509Certificate,
                            new DEROctetString(certificate)),
                    bags.size() == 0 ? ofFirst : null));
        }
        return new DERSequence(bags);
    }

    /** What ties a key to its certificate, and how people call both. */
    private static ASN1Set attributes(String friendlyName, boolean withKey) {
        ASN1EncodableVector all = new ASN1EncodableVector();
        all.add(attribute(PKCSObjectIdentifiers.pkcs_9_at_friendlyName,
                new DERBMPString(friendlyName)));
        if (withKey) {
            all.add(attribute(PKCSObjectIdentifiers.pkcs_9_at_localKeyId,
                    new DEROctetString(LOCAL_KEY_ID)));
        }
        return new DERSet(all);
    }

    private static DERSequence attribute(ASN1ObjectIdentifier type, ASN1Encodable value) {
        return new DERSequence(new ASN1Encodable[]{type, new DERSet(value)});
    }

    private static ContentInfo data(ASN1Encodable content) {
        return new ContentInfo(PKCSObjectIdentifiers.data, new DEROctetString(der(content)));
    }

    private static byte[] der(ASN1Encodable value) {
        try {
            return value.toASN1Primitive().getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new IllegalStateException("A container can't be encoded.", e);
        }
    }
}
