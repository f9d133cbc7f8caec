package io.sallyport.hsm.crypto;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

import org.bouncycastle.util.BigIntegers;

import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.command.SplitSpec;

/**
 * Splits material into parts and joins them (KMIP 2.1 section 2.5): XOR of all parts, or Shamir's
 * polynomials over GF(2^8), GF(2^16) or a prime field. Part identifiers, from 1, are the points at
 * which the polynomials are taken. Field arithmetic has no branch and no table on secret values,
 * but for the prime field, whose big integers have. Belongs to one thread.
 */
public final class KeySplit {
    private static final int PARTS_MAX = 255;
    private static final int PRIME_BYTES_MAX = 512;
    /** x^8 + x^4 + x^3 + x^2 + 1: the one of the published cases. */
    private static final int GF_8_POLYNOMIAL = 0x1d;
    /** x^8 + x^4 + x^3 + x + 1: the field below GF(2^16). */
    private static final int GF_16_POLYNOMIAL = 0x1b;
    /** The m of y^2 + y + m, which makes GF(2^16) of that field. */
    private static final int GF_16_M = 0x3a;

    private final NonceSource nonces;

    /** Splitting with this source of randomness. */
    public KeySplit(NonceSource nonces) {
        this.nonces = nonces;
    }

    /** A part and its identifier. */
    @SuppressWarnings("ArrayRecordComponent") // lent, never compared
    public record Share(int identifier, byte[] bytes) {}

    /** The parts in the order of their identifiers; the caller wipes them. */
    public byte[][] split(SplitSpec spec, byte[] secret) throws EngineFault {
        check(spec, secret.length);
        return switch (spec.method()) {
            case XOR -> xor(spec.parts(), secret);
            case GF_2_8 -> polynomial(spec, secret, 1);
            case GF_2_16 -> polynomial(spec, secret, 2);
            case PRIME_FIELD -> prime(spec, secret);
        };
    }

    /** The secret that these parts give; the caller wipes it. */
    public byte[] join(SplitSpec spec, List<Share> shares) throws EngineFault {
        checkShares(spec, shares);
        return switch (spec.method()) {
            case XOR -> {
                byte[] secret = new byte[shares.getFirst().bytes().length];
                shares.forEach(share -> add(secret, share.bytes()));
                yield secret;
            }
            case GF_2_8 -> interpolate(spec, shares, 1);
            case GF_2_16 -> interpolate(spec, shares, 2);
            case PRIME_FIELD -> interpolatePrime(spec, shares);
        };
    }

    private static void check(SplitSpec spec, int length) throws EngineFault {
        boolean xor = spec.method() == SplitSpec.Method.XOR;
        if (spec.parts() < 2 || spec.parts() > PARTS_MAX || spec.threshold() < 2
                || spec.threshold() > spec.parts() || (xor && spec.threshold() != spec.parts())) {
            throw new EngineFault(Reason.INVALID_PARAMETERS,
                    "A key has 2 to 255 parts and a threshold of 2 or more, for XOR of all.");
        }
        if (length == 0 || (spec.method() == SplitSpec.Method.GF_2_16 && length % 2 != 0)) {
            throw new EngineFault(Reason.INVALID_PARAMETERS,
                    "The material has a length that the method can't take.");
        }
    }

    private static void checkShares(SplitSpec spec, List<Share> shares) throws EngineFault {
        if (shares.size() < 2 || shares.size() < spec.threshold()) {
            throw failure("There are fewer parts than the threshold says.");
        }
        int length = shares.getFirst().bytes().length;
        check(spec, length);
        boolean[] seen = new boolean[PARTS_MAX + 1];
        for (Share share : shares) {
            int identifier = share.identifier();
            if (identifier < 1 || identifier > PARTS_MAX || seen[identifier]) {
                throw failure("A part's identifier is out of range or there twice.");
            }
            seen[identifier] = true;
            boolean sameLength = share.bytes().length == length
                    || spec.method() == SplitSpec.Method.PRIME_FIELD;
            if (!sameLength) {
                throw failure("The parts have different lengths.");
            }
        }
    }

    private byte[][] xor(int count, byte[] secret) {
        byte[][] parts = new byte[count][];
        parts[count - 1] = secret.clone();
        for (int i = 0; i < count - 1; i++) {
            parts[i] = nonces.nonce(secret.length);
            add(parts[count - 1], parts[i]);
        }
        return parts;
    }

    private byte[][] polynomial(SplitSpec spec, byte[] secret, int width) {
        byte[][] coefficients = new byte[spec.threshold()][];
        coefficients[0] = secret;
        for (int i = 1; i < coefficients.length; i++) {
            coefficients[i] = nonces.nonce(secret.length);
        }
        byte[][] parts = new byte[spec.parts()][];
        for (int x = 1; x <= parts.length; x++) {
            byte[] value = new byte[secret.length];
            for (int i = coefficients.length - 1; i >= 0; i--) {
                scale(value, x, width);
                add(value, coefficients[i]);
            }
            parts[x - 1] = value;
        }
        for (int i = 1; i < coefficients.length; i++) {
            Arrays.fill(coefficients[i], (byte) 0);
        }
        return parts;
    }

    /** Lagrange's polynomials at 0, of the first parts that the threshold asks for. */
    private static byte[] interpolate(SplitSpec spec, List<Share> shares, int width) {
        byte[] secret = new byte[shares.getFirst().bytes().length];
        List<Share> used = shares.subList(0, spec.threshold());
        for (Share share : used) {
            int factor = 1;
            for (Share other : used) {
                if (other.identifier() != share.identifier()) {
                    int difference = other.identifier() ^ share.identifier();
                    factor = multiply(factor,
                            multiply(other.identifier(), inverse(difference, width), width), width);
                }
            }
            byte[] value = share.bytes().clone();
            scale(value, factor, width);
            add(secret, value);
            Arrays.fill(value, (byte) 0);
        }
        return secret;
    }

    private byte[][] prime(SplitSpec spec, byte[] secret) throws EngineFault {
        BigInteger p = prime(spec);
        BigInteger value = new BigInteger(1, secret);
        if (value.compareTo(p) >= 0) {
            throw new EngineFault(Reason.INVALID_PARAMETERS,
                    "The prime is not larger than the material.");
        }
        BigInteger[] coefficients = new BigInteger[spec.threshold()];
        coefficients[0] = value;
        for (int i = 1; i < coefficients.length; i++) {
            coefficients[i] = BigIntegers.createRandomInRange(BigInteger.ZERO,
                    p.subtract(BigInteger.ONE), nonces.random());
        }
        byte[][] parts = new byte[spec.parts()][];
        int length = Math.max(secret.length, (p.bitLength() + 7) / 8);
        for (int x = 1; x <= parts.length; x++) {
            BigInteger sum = BigInteger.ZERO;
            for (int i = coefficients.length - 1; i >= 0; i--) {
                sum = sum.multiply(BigInteger.valueOf(x)).add(coefficients[i]).mod(p);
            }
            parts[x - 1] = BigIntegers.asUnsignedByteArray(length, sum);
        }
        return parts;
    }

    private static byte[] interpolatePrime(SplitSpec spec, List<Share> shares)
            throws EngineFault {
        BigInteger p = prime(spec);
        BigInteger secret = BigInteger.ZERO;
        List<Share> used = shares.subList(0, spec.threshold());
        for (Share share : used) {
            BigInteger factor = BigInteger.ONE;
            BigInteger x = BigInteger.valueOf(share.identifier());
            for (Share other : used) {
                if (other.identifier() != share.identifier()) {
                    BigInteger y = BigInteger.valueOf(other.identifier());
                    factor = factor.multiply(y).multiply(y.subtract(x).modInverse(p)).mod(p);
                }
            }
            secret = secret.add(factor.multiply(new BigInteger(1, share.bytes()))).mod(p);
        }
        return BigIntegers.asUnsignedByteArray((p.bitLength() + 7) / 8, secret);
    }

    private static BigInteger prime(SplitSpec spec) throws EngineFault {
        ByteBuffer given = spec.prime();
        byte[] bytes = new byte[given == null ? 0 : given.remaining()];
        if (bytes.length > PRIME_BYTES_MAX) {
            throw new EngineFault(Reason.INVALID_PARAMETERS, "The prime is too long.");
        }
        if (given != null) {
            given.get(given.position(), bytes);
        }
        BigInteger p = new BigInteger(1, bytes);
        if (p.compareTo(BigInteger.valueOf(PARTS_MAX)) <= 0 || !p.isProbablePrime(100)) {
            throw new EngineFault(Reason.INVALID_PARAMETERS,
                    "The prime field needs a prime above 255.");
        }
        return p;
    }

    private static void add(byte[] sum, byte[] value) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] ^= value[i];
        }
    }

    private static void scale(byte[] value, int factor, int width) {
        if (width == 1) {
            for (int i = 0; i < value.length; i++) {
                value[i] = (byte) multiply8(value[i] & 0xff, factor, GF_8_POLYNOMIAL);
            }
            return;
        }
        for (int i = 0; i < value.length; i += 2) {
            int product = multiply((value[i] & 0xff) << 8 | (value[i + 1] & 0xff), factor, 2);
            value[i] = (byte) (product >>> 8);
            value[i + 1] = (byte) product;
        }
    }

    private static int multiply(int a, int b, int width) {
        if (width == 1) {
            return multiply8(a, b, GF_8_POLYNOMIAL);
        }
        // (a1 y + a0)(b1 y + b0) with y^2 = y + m.
        int high = multiply8(a >>> 8, b >>> 8, GF_16_POLYNOMIAL);
        int low = multiply8(a & 0xff, b & 0xff, GF_16_POLYNOMIAL);
        int cross = multiply8(a >>> 8, b & 0xff, GF_16_POLYNOMIAL)
                ^ multiply8(a & 0xff, b >>> 8, GF_16_POLYNOMIAL);
        return (high ^ cross) << 8 | (low ^ multiply8(high, GF_16_M, GF_16_POLYNOMIAL));
    }

    private static int multiply8(int a, int b, int polynomial) {
        int product = 0;
        int power = a;
        for (int i = 0; i < Byte.SIZE; i++) {
            product ^= power & -(b >>> i & 1);
            power = (power << 1 & 0xff) ^ (polynomial & -(power >>> 7 & 1));
        }
        return product;
    }

    /** a to the power of (field size - 2). */
    private static int inverse(int a, int width) {
        int result = 1;
        int square = a;
        for (int i = 1; i < Byte.SIZE * width; i++) {
            square = multiply(square, square, width);
            result = multiply(result, square, width);
        }
        return result;
    }

    private static EngineFault failure(String detail) {
        return new EngineFault(Reason.CRYPTOGRAPHIC_FAILURE, detail);
    }
}
