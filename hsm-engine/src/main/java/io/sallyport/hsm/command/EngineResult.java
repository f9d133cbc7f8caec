package io.sallyport.hsm.command;

import java.nio.ByteBuffer;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.object.Sha256;
import io.sallyport.hsm.object.WrappedObject;

/**
 * What a successful command answers. Buffers are direct, hold their bytes from position to limit,
 * and are zeroed when the callback that got them returns.
 */
public sealed interface EngineResult {

    /**
     * A new or changed stored object.
     *
     * @param digest SHA-256 of the material, or null when there is none left
     * @param approved whether the service was one of the approved ones
     */
    record Wrapped(WrappedObject object, @Nullable Sha256 digest,
            boolean approved) implements EngineResult {

        /** From an approved service. */
        public Wrapped(WrappedObject object, @Nullable Sha256 digest) {
            this(object, digest, true);
        }
    }

    /** A new key pair. */
    record WrappedPair(Wrapped privateKey, Wrapped publicKey) implements EngineResult {}

    /** A ciphertext, and the secret in it. */
    record Encapsulated(ByteBuffer ciphertext, Wrapped secret) implements EngineResult {}

    /** The parts of a split key, in the order that was asked for. */
    record WrappedParts(List<Wrapped> parts) implements EngineResult {}

    /**
     * Clear bytes on their way to the client that asked for them.
     *
     * @param continuation for the next part; null when there is none
     */
    record Material(ByteBuffer bytes, boolean approved,
            @Nullable ByteBuffer continuation) implements EngineResult {

        /** All that there is. */
        public Material(ByteBuffer bytes, boolean approved) {
            this(bytes, approved, null);
        }
    }

    /**
     * Material under another key.
     *
     * @param iv the IV that the engine made, else null
     * @param tag the authentication tag, or null where the method has none
     */
    record WrappedMaterial(ByteBuffer bytes, @Nullable ByteBuffer iv, @Nullable ByteBuffer tag,
            boolean approved) implements EngineResult {

        /** From an approved method without IV and tag. */
        public WrappedMaterial(ByteBuffer bytes) {
            this(bytes, null, null, true);
        }
    }

    /**
     * A ciphertext.
     *
     * @param iv the IV that the engine made, or null when the caller gave it or the mode has none
     * @param tag the authentication tag, or null where the mode has none
     * @param approved whether the service was one of the approved ones
     * @param continuation for the next part; null when there is none
     */
    record Encrypted(ByteBuffer data, @Nullable ByteBuffer iv, @Nullable ByteBuffer tag,
            boolean approved, @Nullable ByteBuffer continuation) implements EngineResult {

        /** All that there is. */
        public Encrypted(ByteBuffer data, @Nullable ByteBuffer iv, @Nullable ByteBuffer tag,
                boolean approved) {
            this(data, iv, tag, approved, null);
        }
    }

    /**
     * A signature, a message authentication code or a hash value.
     *
     * @param value null until the last part
     * @param continuation for the next part; null when there is none
     */
    record Computed(@Nullable ByteBuffer value, boolean approved,
            @Nullable ByteBuffer continuation) implements EngineResult {}

    /**
     * Whether a signature or code holds.
     *
     * @param valid false until the last part
     * @param continuation for the next part; null when there is none
     */
    record Verdict(boolean valid, boolean approved,
            @Nullable ByteBuffer continuation) implements EngineResult {}

    /** How many bytes of entropy were added. */
    record Seeded(int bytes) implements EngineResult {}

    /** SHA-256 of the material, or null when the object is destroyed. */
    record Verified(@Nullable Sha256 digest) implements EngineResult {}

    /**
     * The engine about itself.
     *
     * @param domain identifier of the security domain
     * @param term number of the domain key in force
     * @param protections one line for each protection of THREATS: name, and whether it holds here
     * @param terms the domain keys that there are, by rising term
     * @param selfTest the last run of the self-tests
     * @param startMillis from the start of the process until it served
     */
    record StatusReport(String version, String domain, boolean unsealed, int term, long pid,
            long commandsServed, List<ProtectionStatus> protections, List<TermStatus> terms,
            SelfTested selfTest, long startMillis) implements EngineResult {}

    /**
     * A run of the self-tests in which all passed; one that fails gives {@link
     * EngineFault.Reason#INTERNAL}.
     *
     * @param finished seconds since 1970
     * @param tests how many were run
     * @param micros how long they took
     * @param code what the check of the code found, in a few words
     */
    record SelfTested(long finished, int tests, long micros,
            String code) implements EngineResult {}

    /**
     * One domain key.
     *
     * @param term its number, from 1
     * @param created seconds since 1970
     * @param seals how often it sealed, at most
     */
    record TermStatus(int term, long created, long seals) {}

    /** The term in force after the command. */
    record InForce(int term) implements EngineResult {}

    /** One protection of the process and whether it was achieved on this host. */
    record ProtectionStatus(String name, boolean achieved, String detail) implements EngineResult {}
}
