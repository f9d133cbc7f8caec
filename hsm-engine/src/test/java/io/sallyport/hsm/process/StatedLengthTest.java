package io.sallyport.hsm.process;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineCommand.SplitPart;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.command.EngineResult.Wrapped;
import io.sallyport.hsm.command.SplitSpec;
import io.sallyport.hsm.command.WrapSpec;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.hsm.object.Protection;
import io.sallyport.hsm.object.WrappedObject;

/** A symmetric key that is unwrapped or joined is as long as its header says. */
class StatedLengthTest extends LinkedEngineTest {
    private static final int AES = 3;
    private static final byte[] NOTHING = {};

    private static ObjectHeader header(int type, int algorithm, int bits) {
        return EngineFixture.header("id", type, 1, algorithm, bits, 0x30, Protection.EXTRACTABLE);
    }

    private WrappedObject imported(ObjectHeader header, int bytes) throws EngineFault {
        return link().call(new EngineCommand.Import(header, Samples.direct(new byte[bytes])),
                Wrapped::object);
    }

    @Test
    void isThatOfWhatIsUnwrapped() throws Exception {
        WrappedObject kek = link().call(new EngineCommand.Generate(header(2, AES, 256)),
                Wrapped::object);
        WrappedObject key = imported(header(2, AES, 256), 32);
        byte[] blob = link().call(new EngineCommand.ExportWrapped(key, kek, WrapSpec.NIST_KEY_WRAP,
                Samples.direct(NOTHING), Samples.direct(NOTHING)),
                result -> Samples.bytes(result.bytes()));
        for (int bits : new int[]{128, 192, 256}) {
            assertServed(bits == 256, Reason.CRYPTOGRAPHIC_FAILURE,
                    () -> link().call(new EngineCommand.ImportWrapped(header(2, AES, bits), kek,
                            WrapSpec.NIST_KEY_WRAP, WrapSpec.Encoding.NONE, null, null, null,
                            Samples.direct(blob)), Wrapped::object));
        }
    }

    @Test
    void isThatOfWhatIsJoined() throws Exception {
        List<SplitPart> parts = List.of(new SplitPart(1, imported(header(5, AES, 256), 32)),
                new SplitPart(2, imported(header(5, AES, 256), 32)));
        for (int bits : new int[]{128, 256}) {
            assertServed(bits == 256, Reason.INVALID_PARAMETERS,
                    () -> link().call(new EngineCommand.Join(
                            new SplitSpec(SplitSpec.Method.XOR, 2, 2), parts,
                            header(2, AES, bits)), Wrapped::object));
        }
    }

    private static void assertServed(boolean served, Reason reason, ThrowingCallable call) {
        if (served) {
            assertThatCode(call).doesNotThrowAnyException();
        } else {
            assertRefused(reason, call);
        }
    }
}
