package io.sallyport.hsm.crypto;

import java.math.BigInteger;

import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;

/** Finds the primes of an RSA key from its exponents (NIST SP 800-56B, appendix C). Stateless. */
final class RsaFactors {
    private static final BigInteger TWO = BigInteger.TWO;
    private static final int BASES = 100;

    private RsaFactors() {}

    /**
     * One of the two primes.
     *
     * @throws EngineFault if the numbers are not those of an RSA key
     */
    static BigInteger of(BigInteger n, BigInteger e, BigInteger d) throws EngineFault {
        BigInteger k = e.multiply(d).subtract(BigInteger.ONE);
        if (k.signum() > 0 && !k.testBit(0)) {
            int t = k.getLowestSetBit();
            BigInteger r = k.shiftRight(t);
            BigInteger last = n.subtract(BigInteger.ONE);
            for (int base = 2; base < 2 + BASES; base++) {
                BigInteger y = BigInteger.valueOf(base).modPow(r, n);
                int i = 0;
                for (; i < t && !y.equals(BigInteger.ONE) && !y.equals(last); i++) {
                    BigInteger x = y.modPow(TWO, n);
                    if (x.equals(BigInteger.ONE)) {
                        return y.subtract(BigInteger.ONE).gcd(n);
                    }
                    y = x;
                }
                if (i == t) {
                    // With exponents of this modulus it would have come to one.
                    break;
                }
            }
        }
        throw new EngineFault(Reason.INVALID_PARAMETERS, "The key's material can't be read.");
    }
}
