package io.sallyport.hsm.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.sallyport.hsm.command.CipherSpec;
import io.sallyport.hsm.command.CipherSpec.Mode;
import io.sallyport.hsm.command.CipherSpec.Padding;
import io.sallyport.hsm.command.DerivationSpec;
import io.sallyport.hsm.command.DerivationSpec.Method;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.command.EngineResult.Wrapped;
import io.sallyport.hsm.command.HashAlgorithm;
import io.sallyport.hsm.command.MacSpec;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.hsm.object.Protection;
import io.sallyport.hsm.object.Sha256;
import io.sallyport.hsm.object.WrappedObject;

/** Derived keys that whoever asked for them could compute from what the engine says. */
class KnownDerivationTest extends LinkedEngineTest {
    private static final int ENCRYPT = 0x4;
    private static final int MAC = 0x80;
    private static final int DERIVE = 0x200;
    private static final Protection SHUT = Protection.ofNew(true, false, null);
    private static final byte[] TEXT = new byte[32];

    private static ObjectHeader aes(int mask) {
        return Samples.aes("key", 256, mask, SHUT);
    }

    private Wrapped generated(int mask) throws EngineFault {
        return link().call(new EngineCommand.Generate(aes(mask)), wrapped -> wrapped);
    }

    private WrappedObject derived(WrappedObject key, DerivationSpec spec, byte @Nullable [] data)
            throws EngineFault {
        return link().call(new EngineCommand.Derive(key, null, spec,
                data == null ? null : Samples.direct(data),
                spec.method() == Method.PBKDF2 ? Samples.direct(TEXT) : null,
                spec.method() == Method.ENCRYPT ? Samples.direct(new byte[16]) : null,
                aes(MAC)), Wrapped::object);
    }

    private byte[] code(WrappedObject key) throws EngineFault {
        return link().call(new EngineCommand.Mac(key, new MacSpec(HashAlgorithm.SHA_256), null,
                Samples.direct(TEXT)), result -> Samples.bytes(result.value()));
    }

    private WrappedObject known(byte[] material) throws EngineFault {
        return link().call(new EngineCommand.Import(Samples.aes("known", 256, MAC,
                Protection.EXTRACTABLE), Samples.direct(material)), Wrapped::object);
    }

    /** The digest of a key is one of its attributes. */
    @Test
    void theDigestOfAKeyIsNoDerivedKey() throws Exception {
        Wrapped base = generated(DERIVE);
        Sha256 digest = Objects.requireNonNull(base.digest());
        DerivationSpec sha256 = new DerivationSpec(Method.HASH, HashAlgorithm.SHA_256);
        assertKept(() -> code(derived(base.object(), sha256, null)),
                code(known(digest.toByteArray())));
        // With data behind it the hash goes on from the digest.
        assertRefused(Reason.SENSITIVE, () -> derived(base.object(), sha256, TEXT));
        derived(base.object(), new DerivationSpec(Method.HASH, HashAlgorithm.SHA_512), TEXT);
    }

    @ParameterizedTest
    @CsvSource({"HMAC, 0", "PBKDF2, 1", "NIST800_108_COUNTER, 0", "NIST800_108_FEEDBACK, 0",
            "NIST800_108_DOUBLE_PIPELINE, 0"})
    void aCodeIsNoDerivedKey(Method method, int iterations) throws Exception {
        DerivationSpec spec = new DerivationSpec(method, HashAlgorithm.SHA_256, null, iterations);
        derived(generated(DERIVE).object(), spec, TEXT);
        WrappedObject base = generated(DERIVE | MAC).object();
        if (method == Method.HMAC) {
            assertKept(() -> code(derived(base, spec, TEXT)), code(known(code(base))));
        }
        assertRefused(Reason.SENSITIVE, () -> derived(base, spec, TEXT));
        // What is extracted first under the salt is no code of anything.
        derived(base, new DerivationSpec(Method.HKDF, HashAlgorithm.SHA_256), TEXT);
    }

    @ParameterizedTest
    @CsvSource({"0x4", "0x8", "0x10", "0x20"})
    void aCiphertextIsNoDerivedKey(String right) throws Exception {
        int mask = Integer.decode(right);
        CipherSpec cbc = new CipherSpec(Mode.CBC, Padding.NONE, 0, false);
        DerivationSpec spec = new DerivationSpec(Method.ENCRYPT, null, cbc, 0);
        DerivationSpec cmac = new DerivationSpec(Method.NIST800_108_COUNTER, null);
        derived(generated(DERIVE).object(), spec, TEXT);
        derived(generated(DERIVE).object(), cmac, TEXT);
        WrappedObject base = generated(DERIVE | mask).object();
        if (mask == ENCRYPT) {
            byte[] ciphertext = link().call(new EngineCommand.Encrypt(base, cbc,
                    Samples.direct(new byte[16]), null, Samples.direct(TEXT)),
                    result -> Samples.bytes(result.data()));
            assertKept(() -> code(derived(base, spec, TEXT)), code(known(ciphertext)));
        }
        for (DerivationSpec each : new DerivationSpec[]{spec, cmac}) {
            assertRefused(Reason.SENSITIVE, () -> derived(base, each, TEXT));
        }
    }

    /** A copy that was unwrapped with the right to make codes gives the same bytes. */
    @ParameterizedTest
    @CsvSource({"HMAC, false", "HASH, true", "HKDF, true"})
    void whatACopyOfTheKeyWouldGiveHasNoHistory(Method method, boolean keepsIt) throws Exception {
        WrappedObject base = link().call(new EngineCommand.Generate(Samples.aes("key", 256, DERIVE,
                Protection.ofNew(true, true, null))), Wrapped::object);
        Protection got = derived(base, new DerivationSpec(method, HashAlgorithm.SHA_512), TEXT)
                .header().protection();
        assertThat(got).isEqualTo(new Protection(true, keepsIt, false, false));
    }

    private interface Derived {
        byte[] code() throws EngineFault;
    }

    /** The derived key, if there is one, is not the one that gives this code. */
    private static void assertKept(Derived derived, byte[] codeOfWhatIsKnown) {
        byte[] code;
        try {
            code = derived.code();
        } catch (EngineFault refused) {
            assertThat(refused.reason()).isEqualTo(Reason.SENSITIVE);
            return;
        }
        assertThat(code).as("code under the derived key").isNotEqualTo(codeOfWhatIsKnown);
    }
}
