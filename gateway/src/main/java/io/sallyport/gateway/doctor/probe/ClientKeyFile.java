package io.sallyport.gateway.doctor.probe;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.doctor.FileFinding.FileUnreadable;
import io.sallyport.gateway.doctor.FileFinding.KeyEncrypted;
import io.sallyport.gateway.doctor.FileFinding.KeyOldForm;
import io.sallyport.gateway.doctor.FileFinding.KeyUnreadable;
import io.sallyport.gateway.doctor.Finding;

/**
 * A private key in PEM, in any form that databases use. The bytes of the file are never in a String
 * and are erased. Immutable; prints nothing of the key.
 */
final class ClientKeyFile {
    private static final List<String> ALGORITHMS = List.of("EC", "RSA", "EdDSA");
    private static final String ENCRYPTED = "ENCRYPTED";
    private static final int BYTES_MAX = 1 << 20;

    private final @Nullable PrivateKey key;
    private final List<Finding> findings;

    private ClientKeyFile(@Nullable PrivateKey key, List<Finding> findings) {
        this.key = key;
        this.findings = findings;
    }

    /** How the key is written in the file. */
    private enum Form {
        PKCS8("PRIVATE KEY"), RSA("RSA PRIVATE KEY"), EC("EC PRIVATE KEY");

        private final String label;

        Form(String label) {
            this.label = label;
        }
    }

    static ClientKeyFile read(Path file) {
        List<Finding> findings = new ArrayList<>();
        byte[] text = new byte[0];
        try {
            if (Files.size(file) > BYTES_MAX) {
                return new ClientKeyFile(null, List.of(new KeyUnreadable(file.toString())));
            }
            text = Files.readAllBytes(file);
            if (indexOf(text, ENCRYPTED) >= 0) {
                return new ClientKeyFile(null, List.of(new KeyEncrypted(file.toString())));
            }
            for (Form form : Form.values()) {
                PrivateKey found = key(text, form);
                if (found != null) {
                    switch (form) {
                        case PKCS8 -> {
                        }
                        case RSA -> findings.add(new KeyOldForm(file.toString(), "PKCS#1"));
                        case EC -> findings.add(new KeyOldForm(file.toString(), "SEC 1"));
                    }
                    return new ClientKeyFile(found, findings);
                }
            }
            findings.add(new KeyUnreadable(file.toString()));
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            findings.add(new KeyUnreadable(file.toString()));
        } catch (IOException _) {
            findings.add(new FileUnreadable(file.toString()));
        } finally {
            Arrays.fill(text, (byte) 0);
        }
        return new ClientKeyFile(null, findings);
    }

    /** The key; null if it can't be read. */
    @Nullable
    PrivateKey key() {
        return key;
    }

    /** What is wrong with the file. */
    List<Finding> findings() {
        return findings;
    }

    /** The key if the file has it in this form. */
    private static @Nullable PrivateKey key(byte[] text, Form form)
            throws GeneralSecurityException, IOException {
        String beginning = "-----BEGIN " + form.label + "-----";
        int begin = indexOf(text, beginning);
        int end = indexOf(text, "-----END " + form.label + "-----");
        if (begin < 0 || end < begin + beginning.length()) {
            return null;
        }
        byte[] body = Arrays.copyOfRange(text, begin + beginning.length(), end);
        byte[] der = new byte[0];
        byte[] pkcs8 = new byte[0];
        try {
            der = Base64.getMimeDecoder().decode(body);
            pkcs8 = pkcs8(der, form);
            return generate(pkcs8);
        } finally {
            Arrays.fill(body, (byte) 0);
            Arrays.fill(der, (byte) 0);
            Arrays.fill(pkcs8, (byte) 0);
        }
    }

    private static byte[] pkcs8(byte[] der, Form form) throws IOException {
        return switch (form) {
            case PKCS8 -> der.clone();
            case RSA -> new PrivateKeyInfo(new AlgorithmIdentifier(
                    PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
                    ASN1Primitive.fromByteArray(der)).getEncoded();
            case EC -> {
                ECPrivateKey key = ECPrivateKey.getInstance(der);
                yield new PrivateKeyInfo(new AlgorithmIdentifier(
                        X9ObjectIdentifiers.id_ecPublicKey, key.getParametersObject()), key)
                        .getEncoded();
            }
        };
    }

    private static PrivateKey generate(byte[] pkcs8) throws GeneralSecurityException {
        InvalidKeySpecException last = null;
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm)
                        .generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            } catch (InvalidKeySpecException other) {
                last = other;
            }
        }
        throw new InvalidKeySpecException("The key is of no known algorithm.", last);
    }

    private static int indexOf(byte[] text, String word) {
        byte[] wanted = word.getBytes(StandardCharsets.US_ASCII);
        for (int at = 0; at <= text.length - wanted.length; at++) {
            if (Arrays.equals(text, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        return -1;
    }
}
