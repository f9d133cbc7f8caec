package io.sallyport.hsm.vectors;

import java.util.Arrays;

/** ML-KEM, by the provider that is to serve it. */
final class MlKem {
    private final KemProvider provider;

    MlKem(KemProvider provider) {
        this.provider = provider;
    }

    Family keyGeneration() {
        return test -> outcome(() -> {
            byte[][] keys = provider.keys(set(test), test.bytes("seed"));
            return Arrays.equals(keys[0], test.bytes("ek"))
                    && Arrays.equals(keys[1], test.bytes("dk"));
        });
    }

    Family encapsulation() {
        return test -> outcome(() -> {
            byte[][] made = provider.encapsulate(set(test), test.bytes("ek"), test.bytes("m"));
            return Arrays.equals(made[0], test.bytes("c"))
                    && Arrays.equals(made[1], test.bytes("K"));
        });
    }

    /** Decapsulation with a key that is made of its seed. */
    Family decapsulation() {
        return test -> outcome(() -> {
            byte[][] keys = provider.keys(set(test), test.bytes("seed"));
            boolean same = !test.test().has("ek") || Arrays.equals(keys[0], test.bytes("ek"));
            return same && Arrays.equals(test.bytes("K"),
                    provider.decapsulate(set(test), keys[1], test.bytes("c")));
        });
    }

    /** Decapsulation with an expanded key. */
    Family expandedDecapsulation() {
        return test -> outcome(() -> {
            byte[] secret =
                    provider.decapsulate(set(test), test.bytes("dk"), test.bytes("c"));
            return !test.test().has("K") || Arrays.equals(test.bytes("K"), secret);
        });
    }

    private interface Check {
        boolean holds();
    }

    private static Outcome outcome(Check check) {
        try {
            return Outcome.byProvider(check.holds());
        } catch (IllegalArgumentException e) {
            return Outcome.byProvider(false);
        }
    }

    private static String set(Case test) {
        return test.group().text("parameterSet");
    }
}
