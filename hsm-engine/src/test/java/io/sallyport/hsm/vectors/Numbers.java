package io.sallyport.hsm.vectors;

import java.math.BigInteger;
import java.security.SecureRandom;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.math.Primes;

/** Prime numbers and the parameters of curves, which the engine takes from Bouncy Castle. */
final class Numbers {
    private static final int ROUNDS = 24;

    private Numbers() {}

    /**
     * Miller-Rabin with rounds enough for numbers that somebody else chose. The generator of keys
     * does fewer, which are right for numbers drawn at random only (FIPS 186-5 table B.1).
     */
    static Family primality() {
        SecureRandom random = new SecureRandom();
        return test -> {
            try {
                return Outcome.byProvider(Primes.isMRProbablePrime(
                        new BigInteger(test.bytes("value")), random, ROUNDS));
            } catch (IllegalArgumentException e) {
                return Outcome.byProvider(false);
            }
        };
    }

    /** The parameters under a curve's object identifier. */
    static Family curves() {
        return test -> {
            X9ECParameters curve = ECNamedCurveTable
                    .getByOID(new ASN1ObjectIdentifier(test.test().text("oid")));
            return Outcome.byProvider(curve != null
                    && number(test, "p").equals(curve.getCurve().getField().getCharacteristic())
                    && number(test, "a").equals(curve.getCurve().getA().toBigInteger())
                    && number(test, "b").equals(curve.getCurve().getB().toBigInteger())
                    && number(test, "gx").equals(curve.getG().normalize()
                            .getAffineXCoord().toBigInteger())
                    && number(test, "gy").equals(curve.getG().normalize()
                            .getAffineYCoord().toBigInteger())
                    && number(test, "n").equals(curve.getN())
                    && BigInteger.valueOf(test.test().number("h")).equals(curve.getH()));
        };
    }

    private static BigInteger number(Case test, String name) {
        return new BigInteger(test.test().text(name), 16);
    }
}
