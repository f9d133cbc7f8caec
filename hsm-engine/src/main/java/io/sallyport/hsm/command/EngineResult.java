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
     */
    record Wrapped(WrappedObject object, @Nullable Sha256 digest) implements EngineResult {}

    /** Clear bytes on their way to the client that asked for them. */
    record Material(ByteBuffer bytes, boolean approved) implements EngineResult {}

    /** Material under another key. */
    record WrappedMaterial(ByteBuffer bytes) implements EngineResult {}

    /**
     * A ciphertext.
     *
     * @param iv the IV that the engine made, or null when the caller gave it or the mode has none
     * @param tag the authentication tag, or null where the mode has none
     * @param approved whether the service was one of the approved ones
     */
    record Encrypted(ByteBuffer data, @Nullable ByteBuffer iv, @Nullable ByteBuffer tag,
            boolean approved) implements EngineResult {}

    /** SHA-256 of the material, or null when the object is destroyed. */
    record Verified(@Nullable Sha256 digest) implements EngineResult {}

    /**
     * The engine about itself.
     *
     * @param domain identifier of the security domain
     * @param term number of the domain key in force
     * @param protections one line for each protection of THREATS: name, and whether it holds here
     */
    record StatusReport(String version, String domain, boolean unsealed, int term, long pid,
            long commandsServed, List<ProtectionStatus> protections) implements EngineResult {}

    /** One protection of the process and whether it was achieved on this host. */
    record ProtectionStatus(String name, boolean achieved, String detail) implements EngineResult {}
}
