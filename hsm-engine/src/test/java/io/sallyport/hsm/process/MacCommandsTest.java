package io.sallyport.hsm.process;

import static org.assertj.core.api.Assertions.assertThat;
import static io.sallyport.hsm.process.EngineFixture.assertReason;
import static io.sallyport.hsm.process.EngineFixture.whereGiven;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineResult;
import io.sallyport.hsm.command.EngineResult.Computed;
import io.sallyport.hsm.command.EngineResult.Verdict;
import io.sallyport.hsm.command.HashAlgorithm;
import io.sallyport.hsm.command.MacSpec;
import io.sallyport.hsm.command.Part;
import io.sallyport.hsm.object.WrappedObject;

/** Codes, hashes and random numbers, through the socket. */
final class MacCommandsTest extends CommandTest {
    private static final byte[] TEXT = "The quick brown fox jumps over the lazy dog, and then some"
            .getBytes(StandardCharsets.US_ASCII);

    private static byte[] value(Computed result) {
        return Samples.bytes(result.value());
    }

    private static ByteBuffer part(int from, int to) {
        return Samples.direct(Arrays.copyOfRange(TEXT, from, to));
    }

    @Test
    void codesAndHashesOfPartsAreThoseOfTheWhole() throws Exception {
        WrappedObject key = engine().stored(symmetric(AES, 128, SENSITIVE),
                "2b7e151628aed2a6abf7158809cf4f3c");
        List<MacSpec> specs = new ArrayList<>(List.of(MacSpec.CMAC));
        for (HashAlgorithm hash : HashAlgorithm.values()) {
            specs.add(new MacSpec(hash));
        }
        for (MacSpec spec : specs) {
            whereGiven(() -> assertCode(key, spec));
        }
        for (HashAlgorithm hash : HashAlgorithm.values()) {
            whereGiven(() -> assertHash(hash));
        }
    }

    private void assertCode(WrappedObject key, MacSpec spec) throws EngineFault {
        byte[] whole = engine().call(
                new EngineCommand.Mac(key, spec, null, Samples.direct(TEXT)),
                MacCommandsTest::value);
        assertThat(engine().call(new EngineCommand.VerifyMac(key, spec, null,
                Samples.direct(whole), Samples.direct(TEXT)), Verdict::valid)).isTrue();
        byte[] wrong = whole.clone();
        wrong[0] ^= 1;
        assertThat(engine().call(new EngineCommand.VerifyMac(key, spec, null,
                Samples.direct(wrong), Samples.direct(TEXT)), Verdict::valid)).isFalse();
        for (int split = 0; split <= TEXT.length; split += 7) {
            byte[] state = engine().call(
                    new EngineCommand.Mac(key, spec, Part.first(), part(0, split)),
                    r -> Samples.bytes(r.continuation()));
            byte[] code = engine().call(new EngineCommand.Mac(key, spec,
                    new Part(true, Samples.direct(state)), part(split, TEXT.length)),
                    MacCommandsTest::value);
            assertThat(code).as(spec + " at " + split).isEqualTo(whole);
        }
    }

    private void assertHash(HashAlgorithm hash) throws EngineFault {
        byte[] whole = engine().call(
                new EngineCommand.Hash(hash, null, Samples.direct(TEXT)),
                MacCommandsTest::value);
        assertThat(whole).hasSize(hash.bytes());
        byte[] state = engine().call(new EngineCommand.Hash(hash, Part.first(), part(0, 31)),
                r -> Samples.bytes(r.continuation()));
        assertThat(engine().<EngineResult.Computed, byte[]>call(new EngineCommand.Hash(hash,
                new Part(true, Samples.direct(state)), part(31, TEXT.length)),
                MacCommandsTest::value)).isEqualTo(whole);
    }

    @Test
    void randomBytesComeAndEntropyIsTaken() throws Exception {
        byte[] first = engine().call(new EngineCommand.Random(40), r -> Samples.bytes(r.bytes()));
        int taken = engine().call(new EngineCommand.Seed(Samples.direct(TEXT)), r -> r.bytes());
        assertThat(taken).isEqualTo(TEXT.length);
        byte[] second = engine().call(new EngineCommand.Random(40), r -> Samples.bytes(r.bytes()));
        assertThat(first).hasSize(40).isNotEqualTo(second);
        assertReason(Reason.INVALID_PARAMETERS,
                () -> engine().call(new EngineCommand.Random(0), r -> r));
        assertReason(Reason.INVALID_PARAMETERS,
                () -> engine().call(new EngineCommand.Random(65_537), r -> r));
    }
}
