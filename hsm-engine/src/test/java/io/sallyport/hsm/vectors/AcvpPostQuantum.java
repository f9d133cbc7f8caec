package io.sallyport.hsm.vectors;

import java.util.Arrays;

import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.generators.SLHDSAKeyPairGenerator;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.MLDSAPublicKeyParameters;
import org.bouncycastle.crypto.params.SLHDSAKeyGenerationParameters;
import org.bouncycastle.crypto.params.SLHDSAParameters;
import org.bouncycastle.crypto.params.SLHDSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.SLHDSAPublicKeyParameters;
import org.bouncycastle.crypto.signers.MLDSASigner;

/** NIST's cases of ML-KEM, ML-DSA and SLH-DSA, by provider. */
final class AcvpPostQuantum {
    private static final byte[] NOTHING = new byte[0];
    private static final byte[] ZEROS = new byte[32];

    private AcvpPostQuantum() {}

    static Family kemKeys(KemProvider provider) {
        return test -> {
            byte[][] keys = provider.keys(set(test),
                    Aead.join(test.bytes("d"), test.bytes("z")));
            return Outcome.byProvider(Arrays.equals(keys[0], test.bytes("ek"))
                    && Arrays.equals(keys[1], test.bytes("dk")));
        };
    }

    static Family kem(KemProvider provider) {
        return test -> Outcome.byProvider(switch (test.group().text("function")) {
            case "encapsulation" -> {
                byte[][] made =
                        provider.encapsulate(set(test), test.bytes("ek"), test.bytes("m"));
                yield Arrays.equals(made[0], test.bytes("c"))
                        && Arrays.equals(made[1], test.bytes("k"));
            }
            case "decapsulation" -> Arrays.equals(test.bytes("k"),
                    provider.decapsulate(set(test), test.bytes("dk"), test.bytes("c")));
            case "encapsulationKeyCheck" -> passes(test,
                    () -> provider.encapsulate(set(test), test.bytes("ek"), ZEROS));
            case "decapsulationKeyCheck" -> passes(test, () -> provider.decapsulate(set(test),
                    test.bytes("dk"), new byte[ciphertextBytes(test)]));
            default -> throw new AssertionError(test.group().text("function"));
        });
    }

    static Family dsaKeys(DsaProvider provider) {
        return test -> {
            byte[][] keys = provider.keys(set(test), test.bytes("seed"));
            return Outcome.byProvider(Arrays.equals(keys[0], test.bytes("pk"))
                    && Arrays.equals(keys[1], test.bytes("sk")));
        };
    }

    /** What FIPS 204 calls internal: a message that is not framed. */
    private static final class Internal extends MLDSASigner {
        byte[] sign(byte[] message, byte[] random) {
            return internalGenerateSignature(message, random);
        }

        boolean verify(byte[] message, byte[] signature) {
            return internalVerifySignature(message, signature);
        }
    }

    /** HashML-DSA is another algorithm, which nothing is to serve. */
    static Family dsaSigning() {
        BouncyDsa provider = new BouncyDsa();
        return test -> {
            byte[] random = test.test().has("rnd") ? test.bytes("rnd") : ZEROS;
            byte[] key = test.bytes("sk");
            if (isHashed(test)) {
                return Outcome.LEFT_OUT;
            }
            byte[] signature;
            if (test.test().has("mu")) {
                signature = provider.signMu(set(test), key, test.bytes("mu"), random);
            } else if (isInternal(test)) {
                Internal signer = new Internal();
                signer.init(true,
                        new MLDSAPrivateKeyParameters(BouncyDsa.parameters(set(test)), key));
                signature = signer.sign(test.bytes("message"), random);
            } else {
                signature = provider.sign(set(test), key, test.bytes("message"),
                        test.bytes("context"), random);
            }
            return Outcome.byProvider(Arrays.equals(signature, test.bytes("signature")));
        };
    }

    static Family dsaVerification() {
        BouncyDsa provider = new BouncyDsa();
        return test -> {
            if (isHashed(test)) {
                return Outcome.LEFT_OUT;
            }
            byte[] signature = test.bytes("signature");
            boolean valid;
            if (isInternal(test)) {
                Internal signer = new Internal();
                signer.init(false, new MLDSAPublicKeyParameters(
                        BouncyDsa.parameters(set(test)), test.bytes("pk")));
                valid = test.test().has("mu")
                        ? signer.verifyMuSignature(test.bytes("mu"), signature)
                        : signer.verify(test.bytes("message"), signature);
            } else {
                valid = provider.verify(set(test), test.bytes("pk"), test.bytes("message"),
                        test.test().has("context") ? test.bytes("context") : NOTHING, signature);
            }
            return Outcome.byProvider(valid == test.test().isTrue("testPassed"));
        };
    }

    static Family slhDsaKeys() {
        return test -> {
            SLHDSAKeyPairGenerator generator = new SLHDSAKeyPairGenerator();
            generator.init(new SLHDSAKeyGenerationParameters(new FixedRandom(NOTHING),
                    slhDsa(set(test))));
            AsymmetricCipherKeyPair pair = generator.internalGenerateKeyPair(
                    test.bytes("skSeed"), test.bytes("skPrf"), test.bytes("pkSeed"));
            return Outcome.byProvider(
                    Arrays.equals(test.bytes("pk"),
                            ((SLHDSAPublicKeyParameters) pair.getPublic()).getEncoded())
                            && Arrays.equals(test.bytes("sk"),
                                    ((SLHDSAPrivateKeyParameters) pair.getPrivate())
                                            .getEncoded()));
        };
    }

    private interface Use {
        Object of();
    }

    private static boolean passes(Case test, Use use) {
        boolean passes;
        try {
            use.of();
            passes = true;
        } catch (IllegalArgumentException e) {
            passes = false;
        }
        return passes == test.test().isTrue("testPassed");
    }

    private static boolean isInternal(Case test) {
        return test.group().text("signatureInterface").equals("internal");
    }

    private static boolean isHashed(Case test) {
        return !isInternal(test) && test.group().text("preHash").equals("preHash");
    }

    private static String set(Case test) {
        return test.group().text("parameterSet");
    }

    private static int ciphertextBytes(Case test) {
        return switch (set(test)) {
            case "ML-KEM-512" -> 768;
            case "ML-KEM-768" -> 1088;
            default -> 1568;
        };
    }

    private static SLHDSAParameters slhDsa(String set) {
        return switch (set) {
            case "SLH-DSA-SHA2-128s" -> SLHDSAParameters.sha2_128s;
            case "SLH-DSA-SHA2-128f" -> SLHDSAParameters.sha2_128f;
            case "SLH-DSA-SHA2-192s" -> SLHDSAParameters.sha2_192s;
            case "SLH-DSA-SHA2-192f" -> SLHDSAParameters.sha2_192f;
            case "SLH-DSA-SHA2-256s" -> SLHDSAParameters.sha2_256s;
            case "SLH-DSA-SHA2-256f" -> SLHDSAParameters.sha2_256f;
            case "SLH-DSA-SHAKE-128s" -> SLHDSAParameters.shake_128s;
            case "SLH-DSA-SHAKE-128f" -> SLHDSAParameters.shake_128f;
            case "SLH-DSA-SHAKE-192s" -> SLHDSAParameters.shake_192s;
            case "SLH-DSA-SHAKE-192f" -> SLHDSAParameters.shake_192f;
            case "SLH-DSA-SHAKE-256s" -> SLHDSAParameters.shake_256s;
            case "SLH-DSA-SHAKE-256f" -> SLHDSAParameters.shake_256f;
            default -> throw new AssertionError(set);
        };
    }
}
