package io.sallyport.hsm.process;

import static org.assertj.core.api.Assertions.assertThat;
import static io.sallyport.hsm.process.EngineFixture.assertReason;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.command.EngineResult.Computed;
import io.sallyport.hsm.command.EngineResult.Verdict;
import io.sallyport.hsm.command.HashAlgorithm;
import io.sallyport.hsm.command.Part;
import io.sallyport.hsm.command.SignatureSpec;
import io.sallyport.hsm.object.WrappedObject;

/** Key pairs and signatures, through the socket. */
final class SignatureCommandsTest extends CommandTest {
    private static final byte[] TEXT = "The quick brown fox jumps over the lazy dog, and then some"
            .getBytes(StandardCharsets.US_ASCII);

    private static byte[] value(Computed result) {
        return Samples.bytes(result.value());
    }

    private byte[] sign(WrappedObject key, SignatureSpec spec) throws EngineFault {
        return engine().call(new EngineCommand.Sign(key, spec, false, null, Samples.direct(TEXT)),
                SignatureCommandsTest::value);
    }

    private boolean verify(WrappedObject key, SignatureSpec spec, byte[] data, byte[] signature)
            throws EngineFault {
        return engine().call(new EngineCommand.VerifySignature(key, spec, false, null,
                Samples.direct(signature), Samples.direct(data)), Verdict::valid);
    }

    @Test
    void keyPairsOfEveryKindSignWhatTheOtherHalfVerifies() throws Exception {
        SignatureSpec ecdsa = new SignatureSpec(SignatureSpec.Padding.NONE, HashAlgorithm.SHA_256);
        SignatureSpec pkcs1 =
                new SignatureSpec(SignatureSpec.Padding.PKCS1_V1_5, HashAlgorithm.SHA_512);
        SignatureSpec pss = SignatureSpec.pss(HashAlgorithm.SHA_256, HashAlgorithm.SHA_256, 32);
        WrappedObject[] rsa = pair(RSA, 2048, 0, 3, 3);
        for (SignatureSpec spec : List.of(pkcs1, pss)) {
            assertSigns(rsa, spec);
        }
        assertSigns(pair(EC, 256, 7, 6, 5), ecdsa);
        assertSigns(pair(EC, 384, 0, 4, 5), ecdsa);
        assertSigns(pair(0x37, 256, 0, 4, 5), new SignatureSpec(SignatureSpec.Padding.NONE, null));
        assertReason(Reason.INVALID_PARAMETERS, () -> sign(rsa[0], ecdsa));
        assertReason(Reason.POLICY, () -> sign(rsa[1], pkcs1));
        assertReason(Reason.UNSUPPORTED, () -> pair(RSA, 2048, 0, 6, 3));
        assertReason(Reason.INVALID_PARAMETERS, () -> pair(RSA, 2047, 0, 3, 3));
        assertReason(Reason.UNSUPPORTED, () -> pair(EC, 163, 2, 4, 5));
    }

    private void assertSigns(WrappedObject[] pair, SignatureSpec spec) throws EngineFault {
        byte[] signature = sign(pair[0], spec);
        assertThat(verify(pair[1], spec, TEXT, signature)).isTrue();
        byte[] other = TEXT.clone();
        other[3] ^= 1;
        assertThat(verify(pair[1], spec, other, signature)).isFalse();
        signature[signature.length - 1] ^= 1;
        assertThat(verify(pair[1], spec, TEXT, signature)).isFalse();
    }

    @Test
    void signaturesOfPartsVerifyWhole() throws Exception {
        WrappedObject[] pair = pair(EC, 256, 7, 4, 5);
        SignatureSpec spec = new SignatureSpec(SignatureSpec.Padding.NONE, HashAlgorithm.SHA3_256);
        byte[] state = engine().call(new EngineCommand.Sign(pair[0], spec, false, Part.first(),
                part(0, 20)), r -> Samples.bytes(r.continuation()));
        byte[] signature = engine().call(new EngineCommand.Sign(pair[0], spec, false,
                new Part(true, Samples.direct(state)), part(20, TEXT.length)),
                SignatureCommandsTest::value);
        assertThat(verify(pair[1], spec, TEXT, signature)).isTrue();
        assertReason(Reason.NOT_AUTHENTIC, () -> engine().call(new EngineCommand.Sign(pair[0],
                new SignatureSpec(SignatureSpec.Padding.NONE, HashAlgorithm.SHA_256), false,
                new Part(true, Samples.direct(state)), part(20, 21)), r -> r));
    }

    private static ByteBuffer part(int from, int to) {
        return Samples.direct(Arrays.copyOfRange(TEXT, from, to));
    }
}
