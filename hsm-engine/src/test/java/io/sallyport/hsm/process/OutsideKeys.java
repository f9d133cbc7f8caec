package io.sallyport.hsm.process;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

import org.bouncycastle.crypto.DataLengthException;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.agreement.X25519Agreement;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.encodings.OAEPEncoding;
import org.bouncycastle.crypto.engines.RSAEngine;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.X25519PublicKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.crypto.kems.MLKEMExtractor;
import org.bouncycastle.crypto.params.MLKEMPrivateKeyParameters;

/**
 * What a thief computes outside of the engine with private keys that he has: he opens what was
 * encrypted, agrees with every public key, and takes secrets out of their ciphertexts. Belongs to
 * one thread.
 */
final class OutsideKeys {
    static final int RSA_BYTES = 256;
    static final int KEM_BYTES = 1088;
    private static final byte[] COUNTER = {0, 0, 0, 1};

    private final Set<String> tried = new HashSet<>();
    private final List<Named<AsymmetricKeyParameter>> privateKeys = new ArrayList<>();
    private final List<Named<X25519PublicKeyParameters>> points = new ArrayList<>();

    private record Named<K>(String name, K key) {}

    /** Adds what follows from all that is known by now. */
    void think(Thief thief) {
        for (byte[] bytes : thief.known()) {
            if (tried.add(HexFormat.of().formatHex(bytes))) {
                read(bytes, thief);
            }
        }
        for (Named<AsymmetricKeyParameter> key : privateKeys) {
            for (byte[] bytes : thief.known()) {
                if (tried.add(key.name() + HexFormat.of().formatHex(bytes))) {
                    open(key, bytes, thief);
                }
            }
            for (Named<X25519PublicKeyParameters> point : points) {
                if (key.key() instanceof X25519PrivateKeyParameters mine
                        && tried.add(key.name() + point.name())) {
                    agree(mine, point.key(), key.name() + " with " + point.name(), thief);
                }
            }
        }
    }

    private void read(byte[] bytes, Thief thief) {
        if (bytes.length == 0 || bytes[0] != 0x30) {
            return;
        }
        String name = "key of (" + thief.story(bytes) + ")";
        try {
            privateKeys.add(new Named<>(name, PrivateKeyFactory.createKey(bytes)));
        } catch (IOException | RuntimeException notPrivate) {
            readPublic(bytes, name);
        }
    }

    private void readPublic(byte[] bytes, String name) {
        try {
            if (PublicKeyFactory.createKey(bytes) instanceof X25519PublicKeyParameters point) {
                points.add(new Named<>(name, point));
            }
        } catch (IOException | RuntimeException none) {
            // No key at all.
        }
    }

    private static void open(Named<AsymmetricKeyParameter> key, byte[] bytes, Thief thief) {
        String from = "(" + thief.story(bytes) + ") opened with " + key.name();
        if (key.key() instanceof RSAKeyParameters rsa && bytes.length == RSA_BYTES) {
            OAEPEncoding oaep = new OAEPEncoding(new RSAEngine(), new SHA256Digest(),
                    new SHA256Digest(), null);
            oaep.init(false, rsa);
            try {
                thief.learn(oaep.processBlock(bytes, 0, bytes.length), from);
            } catch (InvalidCipherTextException | DataLengthException wrongKey) {
                // Not encrypted to this key.
            }
        } else if (key.key() instanceof MLKEMPrivateKeyParameters kem
                && bytes.length == KEM_BYTES) {
            thief.note(new MLKEMExtractor(kem).extractSecret(bytes), from);
        }
    }

    private static void agree(X25519PrivateKeyParameters mine, X25519PublicKeyParameters theirs,
            String from, Thief thief) {
        X25519Agreement agreement = new X25519Agreement();
        agreement.init(mine);
        byte[] secret = new byte[agreement.getAgreementSize()];
        agreement.calculateAgreement(theirs, secret, 0);
        thief.note(secret, from);
        SHA256Digest hash = new SHA256Digest();
        hash.update(COUNTER, 0, COUNTER.length);
        hash.update(secret, 0, secret.length);
        byte[] derived = new byte[hash.getDigestSize()];
        hash.doFinal(derived, 0);
        thief.note(derived, "hash of " + from);
    }
}
