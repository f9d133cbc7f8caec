package io.sallyport.hsm.vectors;

import java.util.Arrays;

/** ML-DSA, by the provider that is to serve it. */
final class MlDsa {
    private static final byte[] NOTHING = new byte[0];
    private static final int RANDOM_BYTES = 32;

    private final DsaProvider provider;

    MlDsa(DsaProvider provider) {
        this.provider = provider;
    }

    Family verification() {
        return test -> outcome(() -> provider.verify(set(test), test.group().bytes("publicKey"),
                test.bytes("msg"), optional(test, "ctx"), test.bytes("sig")));
    }

    /** Signatures with an expanded key. */
    Family expandedSigning() {
        return test -> outcome(() -> signs(test, test.group().bytes("privateKey")));
    }

    /** Signatures with a key that is made of its seed, and which is that of the group. */
    Family seedSigning() {
        return test -> outcome(() -> {
            byte[][] keys = provider.keys(set(test), test.group().bytes("privateSeed"));
            boolean same = !test.group().has("publicKey")
                    || Arrays.equals(keys[0], test.group().bytes("publicKey"));
            return same && signs(test, keys[1]);
        });
    }

    private boolean signs(Case test, byte[] key) {
        byte[] random = test.test().has("rnd") ? test.bytes("rnd") : new byte[RANDOM_BYTES];
        byte[] signature = test.test().has("msg")
                ? provider.sign(set(test), key, test.bytes("msg"), optional(test, "ctx"), random)
                : provider.signMu(set(test), key, test.bytes("mu"), random);
        return Arrays.equals(signature, test.bytes("sig"));
    }

    private static byte[] optional(Case test, String name) {
        return test.test().has(name) ? test.bytes(name) : NOTHING;
    }

    private static String set(Case test) {
        return "ML-DSA-" + test.file().substring("mldsa_".length(), "mldsa_44".length());
    }

    private interface Check {
        boolean holds();
    }

    private static Outcome outcome(Check check) {
        try {
            return Outcome.byProvider(check.holds());
        } catch (IllegalArgumentException e) {
            return Outcome.byProvider(false);
        } catch (UnsupportedOperationException e) {
            return Outcome.LEFT_OUT;
        }
    }
}
