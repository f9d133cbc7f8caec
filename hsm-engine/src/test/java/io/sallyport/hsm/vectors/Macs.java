package io.sallyport.hsm.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;

import org.bouncycastle.crypto.macs.KMAC;
import org.bouncycastle.crypto.params.KeyParameter;

import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.MacSpec;
import io.sallyport.hsm.command.Part;
import io.sallyport.hsm.object.WrappedObject;
import io.sallyport.hsm.process.Samples;

/**
 * Message authentication codes: of the whole data, of data in parts, and verified. KMIP has no
 * codes that are cut; a case that has one is compared with the beginning of the engine's.
 */
final class Macs {
    private static final int AES = 3;
    private static final int HMAC_SHA256 = 9;
    private static final int PART_BYTES = 7;

    private Macs() {}

    static Family hmac(CommandPath path, String hash) {
        MacSpec spec = new MacSpec(Case.hashOf(hash));
        return test -> run(path, HMAC_SHA256, spec, test);
    }

    static Family cmac(CommandPath path) {
        return test -> run(path, AES, MacSpec.CMAC, test);
    }

    private static Outcome run(CommandPath path, int algorithm, MacSpec spec, Case test) {
        byte[] tag = test.bytes("tag");
        byte[] data = test.bytes("msg");
        try {
            WrappedObject key = path.symmetric(algorithm, test.bytes("key"));
            byte[] code = path.call(
                    new EngineCommand.Mac(key, spec, null, Samples.direct(data)),
                    r -> Samples.bytes(r.value()));
            if (!path.approvedOnly()) {
                assertThat(inParts(path, key, spec, data)).isEqualTo(code);
            }
            boolean same = Arrays.equals(tag, Arrays.copyOf(code, tag.length));
            boolean verifies = path.verdict(new EngineCommand.VerifyMac(key, spec, null,
                    Samples.direct(tag), Samples.direct(data)));
            assertThat(verifies).isEqualTo(same && tag.length == code.length);
            return Outcome.byCommand(same);
        } catch (EngineFault e) {
            return Outcome.byCommand(false);
        }
    }

    private static byte[] inParts(CommandPath path, WrappedObject key, MacSpec spec, byte[] data)
            throws EngineFault {
        Part part = Part.first();
        int done = 0;
        for (; data.length - done > PART_BYTES; done += PART_BYTES) {
            byte[] state = path.call(new EngineCommand.Mac(key, spec, part,
                    Samples.direct(Arrays.copyOfRange(data, done, done + PART_BYTES))),
                    r -> Samples.bytes(r.continuation()));
            part = new Part(false, Samples.direct(state));
        }
        return path.call(new EngineCommand.Mac(key, spec, new Part(true, part.continuation()),
                Samples.direct(Arrays.copyOfRange(data, done, data.length))),
                r -> Samples.bytes(r.value()));
    }

    /** KMAC by Bouncy Castle; KMIP has no code for it. */
    static Family kmac(int bits) {
        return test -> {
            KMAC kmac = new KMAC(bits, new byte[0]);
            kmac.init(new KeyParameter(test.bytes("key")));
            byte[] data = test.bytes("msg");
            kmac.update(data, 0, data.length);
            byte[] code = new byte[test.bytes("tag").length];
            kmac.doFinal(code, 0, code.length);
            return Outcome.byProvider(Arrays.equals(code, test.bytes("tag")));
        };
    }
}
