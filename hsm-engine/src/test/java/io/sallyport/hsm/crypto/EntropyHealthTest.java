package io.sallyport.hsm.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;

import org.junit.jupiter.api.Test;

class EntropyHealthTest {
    private static final MathContext DIGITS = new MathContext(80);
    private static final int FALSE_ALARM_BITS = 80;
    private static final int SAMPLE_BITS = 8;

    private final EntropyHealth health = new EntropyHealth();

    /** Samples that differ from their neighbours, and of which none is {@code rare}. */
    private static byte[] varied(int length) {
        byte[] samples = new byte[length];
        for (int i = 0; i < length; i++) {
            samples[i] = (byte) (1 + i % 254);
        }
        return samples;
    }

    @Test
    void theCutoffsAreThoseOfTheStandardForOneFalseAlarmInTwoToTheEighty() {
        assertThat(EntropyHealth.REPETITION_CUTOFF).isEqualTo(1 + FALSE_ALARM_BITS / SAMPLE_BITS);
        BigDecimal one = BigDecimal.ONE;
        BigDecimal p = one.divide(BigDecimal.valueOf(1 << SAMPLE_BITS), DIGITS);
        BigDecimal alarm = one.divide(new BigDecimal(BigInteger.ONE.shiftLeft(FALSE_ALARM_BITS)),
                DIGITS);
        BigDecimal below = BigDecimal.ZERO;
        BigInteger ways = BigInteger.ONE;
        int critical = -1;
        while (one.subtract(below).compareTo(alarm) > 0) {
            critical++;
            below = below.add(new BigDecimal(ways).multiply(p.pow(critical, DIGITS))
                    .multiply(one.subtract(p).pow(EntropyHealth.WINDOW - critical, DIGITS)));
            ways = ways.multiply(BigInteger.valueOf(EntropyHealth.WINDOW - critical))
                    .divide(BigInteger.valueOf(critical + 1));
        }
        assertThat(EntropyHealth.PROPORTION_CUTOFF).isEqualTo(1 + critical);
    }

    @Test
    void asManyEqualBytesInARowAsTheCutoffFail_alsoOverTwoCalls() {
        byte[] run = new byte[EntropyHealth.REPETITION_CUTOFF - 1];
        health.check(run, run.length);
        health.check(new byte[]{1}, 1);
        health.check(run, run.length);
        assertThatThrownBy(() -> health.check(run, 1)).isInstanceOf(SelfTestFailure.class)
                .hasMessageContaining("repetition count");
    }

    @Test
    void asManyOfTheFirstInAWindowAsTheCutoffFail() {
        byte[] window = varied(EntropyHealth.WINDOW);
        for (int i = 0; i < EntropyHealth.PROPORTION_CUTOFF - 1; i++) {
            window[i * 3] = 0;
        }
        health.check(window, window.length);
        health.check(window, window.length);
        window[window.length - 1] = 0;
        assertThatThrownBy(() -> health.check(window, window.length))
                .isInstanceOf(SelfTestFailure.class)
                .hasMessageContaining("adaptive proportion");
    }

    @Test
    void theKernelsGeneratorIsSound() {
        NonceSource source = new NonceSource();
        assertThatCode(() -> {
            source.test();
            for (int i = 0; i < 1000; i++) {
                source.nonce(1000);
            }
        }).doesNotThrowAnyException();
    }

    @Test
    void aSourceThatBreaksLaterGivesNothingOfWhatIsBroken() {
        byte[] sound = new NonceSource().nonce(512);
        byte[] all = Arrays.copyOf(sound, 4096);
        NonceSource source = new NonceSource(new ByteArrayInputStream(all));
        assertThat(source.nonce(512)).hasSize(512);
        assertThatThrownBy(() -> source.nonce(1)).isInstanceOf(SelfTestFailure.class);
        assertThatThrownBy(() -> source.nonce(1)).isInstanceOf(SelfTestFailure.class);
    }

    @Test
    void entropyThatIsAddedIsMixedInAndReplacesNothing() {
        byte[] given = varied(256);
        NonceSource source = new NonceSource(new ByteArrayInputStream(given));
        source.addEntropy(new byte[]{1, 2, 3});
        byte[] mixed = source.nonce(256);
        assertThat(mixed).isNotEqualTo(given);
        assertThatThrownBy(() -> source.nonce(1)).isInstanceOf(SelfTestFailure.class);
    }
}
