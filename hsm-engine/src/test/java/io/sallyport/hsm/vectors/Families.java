package io.sallyport.hsm.vectors;

import java.util.HashMap;
import java.util.Map;

import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.modes.GCMSIVBlockCipher;
import org.bouncycastle.crypto.modes.XChaCha20Poly1305;

import io.sallyport.hsm.command.CipherSpec.Mode;
import io.sallyport.hsm.command.WrapSpec;

/** All families by the names that the table of files has for them. */
final class Families {
    private static final int AES = 3;
    private static final int CHACHA20_POLY1305 = 0x1e;

    private final Map<String, Family> families = new HashMap<>();

    Families(CommandPath path) {
        families.put("none", test -> Outcome.LEFT_OUT);
        families.put("gcm", Aead.byCommand(path, AES, Mode.GCM));
        families.put("ccm", Aead.byCommand(path, AES, Mode.CCM));
        families.put("chacha20-poly1305",
                Aead.byCommand(path, CHACHA20_POLY1305, Mode.NONE));
        families.put("gmac", Aead.gmac(path));
        families.put("gcm-siv",
                Aead.byProvider(() -> new GCMSIVBlockCipher(AESEngine.newInstance())));
        families.put("xchacha20-poly1305", Aead.byProvider(XChaCha20Poly1305::new));
        families.put("cbc", BlockCiphers.cbc(path));
        families.put("xts", BlockCiphers.xts(path));
        families.put("kw", KeyWrapping.of(path, WrapSpec.NIST_KEY_WRAP));
        families.put("kwp", KeyWrapping.of(path, WrapSpec.AES_KEY_WRAP_PADDING));
        families.put("cmac", Macs.cmac(path));
        families.put("kmac-128", Macs.kmac(128));
        families.put("kmac-256", Macs.kmac(256));
        KeyDerivation derivation = new KeyDerivation(path);
        for (String hash : new String[]{"SHA-1", "SHA-224", "SHA-256", "SHA-384", "SHA-512",
                "SHA-512/224", "SHA-512/256", "SHA3-256", "SHA3-384", "SHA3-512"}) {
            families.put("hmac:" + hash, Macs.hmac(path, hash));
            families.put("hkdf:" + hash, derivation.hkdf(hash));
            families.put("pbkdf2:" + hash, derivation.pbkdf2(hash));
        }
        families.put("rsa-pkcs1", RsaSignatures.pkcs1(path));
        families.put("rsa-pkcs1-sign", RsaSignatures.made(path));
        families.put("rsa-pss", RsaSignatures.pss(path));
        families.put("rsa-pss-shake128", RsaSignatures.shakePss(128));
        families.put("rsa-pss-shake256", RsaSignatures.shakePss(256));
        families.put("rsa-oaep-decrypt", RsaDecryption.oaep(path));
        families.put("rsa-pkcs1-decrypt", RsaDecryption.pkcs1(path));
        families.put("ecdsa", CurveSignatures.ecdsa(path));
        families.put("ecdsa-plain", CurveSignatures.plainEcdsa());
        families.put("eddsa", CurveSignatures.edwards(path));
        families.put("ecdh", Agreement.onCurve(path));
        families.put("ecdh-point", Agreement.withPoint(path));
        families.put("xdh", Agreement.bare(path));
        families.put("xdh-encoded", Agreement.encoded(path));
        families.put("primality", Numbers.primality());
        families.put("curves", Numbers.curves());
        putPostQuantum(new BouncyKem(), new BouncyDsa(), "");
        putPostQuantum(new JdkKem(), new JdkDsa(), "jdk-");
        putAcvp(new AcvpSymmetric(path));
        putCommands(new QuantumCommands(path));
    }

    private void putAcvp(AcvpSymmetric symmetric) {
        families.put("acvp-gcm", symmetric.gcm());
        families.put("acvp-kw", symmetric.keyWrap(WrapSpec.NIST_KEY_WRAP));
        families.put("acvp-kwp", symmetric.keyWrap(WrapSpec.AES_KEY_WRAP_PADDING));
        families.put("acvp-kdf", symmetric.counterMode());
        families.put("acvp-mldsa-sign", AcvpPostQuantum.dsaSigning());
        families.put("acvp-mldsa-verify", AcvpPostQuantum.dsaVerification());
        families.put("acvp-slhdsa-keys", AcvpPostQuantum.slhDsaKeys());
    }

    private void putPostQuantum(KemProvider kems, DsaProvider dsas, String prefix) {
        MlKem kem = new MlKem(kems);
        MlDsa dsa = new MlDsa(dsas);
        families.put(prefix + "acvp-mlkem", AcvpPostQuantum.kem(kems));
        families.put(prefix + "acvp-mlkem-keys", AcvpPostQuantum.kemKeys(kems));
        families.put(prefix + "acvp-mldsa-keys", AcvpPostQuantum.dsaKeys(dsas));
        families.put(prefix + "mlkem-keygen", kem.keyGeneration());
        families.put(prefix + "mlkem-encaps", kem.encapsulation());
        families.put(prefix + "mlkem-decaps", kem.decapsulation());
        families.put(prefix + "mlkem-expanded", kem.expandedDecapsulation());
        families.put(prefix + "mldsa-verify", dsa.verification());
        families.put(prefix + "mldsa-sign", dsa.expandedSigning());
        families.put(prefix + "mldsa-seed", dsa.seedSigning());
    }

    /** Commands in place of the providers' families, as far as they go. */
    private void putCommands(QuantumCommands commands) {
        families.put("mldsa-verify", commands.verification(get("mldsa-verify")));
        families.put("mldsa-sign", commands.signing("privateKey", get("mldsa-sign")));
        families.put("mldsa-seed", commands.signing("privateSeed", get("mldsa-seed")));
        families.put("mlkem-keygen", commands.kemKeys());
        families.put("mlkem-encaps", commands.encapsulation(get("mlkem-encaps")));
        families.put("mlkem-decaps", commands.decapsulation());
        families.put("mlkem-expanded", commands.expandedDecapsulation());
        families.put("acvp-mlkem", commands.kem(get("acvp-mlkem")));
        families.put("acvp-mlkem-keys", commands.kemKeys());
        families.put("acvp-mldsa-keys", commands.dsaKeys());
        families.put("acvp-lms", commands.lms());
    }

    /** The family with this name. */
    Family get(String name) {
        Family family = families.get(name);
        if (family == null) {
            throw new IllegalArgumentException("There is no family " + name + ".");
        }
        return family;
    }
}
