package io.sallyport.hsm.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.SplitSpec;
import io.sallyport.hsm.command.SplitSpec.Method;
import io.sallyport.hsm.crypto.KeySplit.Share;

/** Splitting keys: the fields, that any k of n parts join, and that fewer tell nothing. */
class KeySplitTest {
    private static final HexFormat HEX = HexFormat.of();
    /** 2^127 - 1: larger than 15 bytes. */
    private static final BigInteger PRIME =
            BigInteger.ONE.shiftLeft(127).subtract(BigInteger.ONE);

    private final KeySplit split = new KeySplit(new NonceSource());

    private static SplitSpec spec(Method method, int parts, int threshold, int prime) {
        return spec(method, parts, threshold, BigInteger.valueOf(prime));
    }

    private static SplitSpec spec(Method method, int parts, int threshold, BigInteger prime) {
        return new SplitSpec(method, parts, threshold,
                method == Method.PRIME_FIELD ? ByteBuffer.wrap(prime.toByteArray()) : null);
    }

    private String join(SplitSpec spec, Object... parts) throws EngineFault {
        List<Share> shares = new ArrayList<>();
        for (int i = 0; i < parts.length; i += 2) {
            shares.add(new Share((int) parts[i], HEX.parseHex((String) parts[i + 1])));
        }
        return HEX.formatHex(split.join(spec, shares));
    }

    /**
     * A polynomial over GF(2^16) as KMIP has it: elements u y + v over the field of AES, with y^2 =
     * y + m and m = x^5 + x^4 + x^3 + x. The numbers were worked out by another implementation
     * (R. Campbell, KMIP-SplitKey), which writes v before u.
     */
    @Test
    void partsOverGf16AreThoseOfAnotherImplementation() throws Exception {
        SplitSpec spec = new SplitSpec(Method.GF_2_16, 5, 3);
        assertThat(join(spec, 1, "cdab", 2, "ab11", 5, "2b1a")).isEqualTo("34ab");
        assertThat(join(spec, 1, "cdab", 2, "ab11", 3, "5211")).isEqualTo("34ab");
        assertThat(join(spec, 3, "5211", 4, "d21a", 5, "2b1a")).isEqualTo("34ab");
        assertThat(join(spec, 1, "cdabcdab", 4, "d21ad21a", 2, "ab11ab11")).isEqualTo("34ab34ab");
    }

    /** x^8 = x^4 + x^3 + x^2 + 1: 80 times 2 is 1d. */
    @Test
    void partsOverGf8AreOfTheFieldOfThePublishedCases() throws Exception {
        assertThat(join(new SplitSpec(Method.GF_2_8, 2, 2), 1, "80", 2, "1d")).isEqualTo("00");
        assertThat(join(new SplitSpec(Method.GF_2_8, 2, 2), 1, "80ff", 2, "1dff"))
                .isEqualTo("00ff");
    }

    /** 42 + 62 x + 32 x^2 modulo 257. */
    @Test
    void partsOverAPrimeFieldAreValuesOfThePolynomial() throws Exception {
        SplitSpec spec = spec(Method.PRIME_FIELD, 4, 3, 257);
        assertThat(join(spec, 1, "0088", 2, "0025", 3, "0002")).isEqualTo("002a");
        assertThat(join(spec, 4, "001f", 1, "0088", 3, "0002")).isEqualTo("002a");
    }

    @ParameterizedTest
    @EnumSource(value = Method.class, names = "XOR", mode = EnumSource.Mode.EXCLUDE)
    void anyPartsAsManyAsTheThresholdJoin(Method method) throws Exception {
        byte[] secret = HEX.parseHex("00112233445566778899aabbccddee00");
        if (method == Method.PRIME_FIELD) {
            secret[0] = 0x7e;
        }
        for (int n = 2; n <= 6; n++) {
            for (int k = 2; k <= n; k++) {
                SplitSpec spec = spec(method, n, k, PRIME);
                byte[][] parts = split.split(spec, secret);
                assertThat(parts.length).isEqualTo(n);
                for (int chosen = 0; chosen < 1 << n; chosen++) {
                    if (Integer.bitCount(chosen) == k) {
                        assertThat(split.join(spec, shares(parts, chosen)))
                                .as(k + " of " + n + ": " + chosen).isEqualTo(secret);
                    }
                }
            }
        }
    }

    @Test
    void allPartsOfXorAreNeeded() throws Exception {
        byte[] secret = HEX.parseHex("00112233445566778899aabbccddeeff");
        SplitSpec spec = new SplitSpec(Method.XOR, 4, 4);
        byte[][] parts = split.split(spec, secret);
        assertThat(split.join(spec, shares(parts, 0b1111))).isEqualTo(secret);
        assertThatThrownBy(() -> split.join(spec, shares(parts, 0b0111)))
                .isInstanceOfSatisfying(EngineFault.class, fault -> assertThat(fault.reason())
                        .isEqualTo(EngineFault.Reason.CRYPTOGRAPHIC_FAILURE));
    }

    /** With all parts but one given, every value of the last one leads to another secret. */
    @Test
    void onePartLessThanTheThresholdLeavesEverySecretPossible() throws Exception {
        for (Method method : List.of(Method.GF_2_8, Method.GF_2_16, Method.PRIME_FIELD)) {
            int size = switch (method) {
                case GF_2_8 -> 256;
                case GF_2_16 -> 65_536;
                case PRIME_FIELD -> 257;
                case XOR -> 0;
            };
            SplitSpec spec = spec(method, 5, 3, 257);
            byte[][] parts = split.split(spec, new byte[method == Method.GF_2_16 ? 2 : 1]);
            Set<String> secrets = new HashSet<>();
            for (int last = 0; last < size; last++) {
                byte[] guess = method == Method.GF_2_8
                        ? new byte[]{(byte) last}
                        : new byte[]{(byte) (last >>> 8), (byte) last};
                secrets.add(HEX.formatHex(split.join(spec, List.of(new Share(2, parts[1]),
                        new Share(5, parts[4]), new Share(3, guess)))));
            }
            assertThat(secrets).as(method.name()).hasSize(size);
        }
    }

    private static List<Share> shares(byte[][] parts, int chosen) {
        List<Share> shares = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            if ((chosen & 1 << i) != 0) {
                shares.add(new Share(i + 1, parts[i]));
            }
        }
        return shares;
    }
}
