package io.sallyport.hsm.command;

import java.nio.ByteBuffer;

import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.hsm.object.WrappedObject;

/**
 * A request to the engine. Buffers are read from position to limit, in the call that submits the
 * command, and are not kept.
 *
 * @param <R> what a successful answer carries
 */
public sealed interface EngineCommand<R extends EngineResult> {

    /** Makes random material of the header's length. Outputs the wrapped object. */
    record Generate(ObjectHeader header) implements EngineCommand<EngineResult.Wrapped> {}

    /** Takes material from a client. Outputs the wrapped object. */
    record Import(ObjectHeader header,
            ByteBuffer material) implements EngineCommand<EngineResult.Wrapped> {}

    /** Outputs the clear material, if the object is extractable and not sensitive. */
    record Export(WrappedObject object) implements EngineCommand<EngineResult.Material> {}

    /**
     * Outputs {@code prefix || material || suffix} wrapped under another object of the same
     * partition. Prefix and suffix let a caller wrap an encoding that holds the material.
     */
    record ExportWrapped(WrappedObject object, WrappedObject wrappingKey, WrapSpec spec,
            ByteBuffer prefix,
            ByteBuffer suffix) implements EngineCommand<EngineResult.WrappedMaterial> {}

    /** Outputs ciphertext, and the IV where the engine made it. */
    record Encrypt(WrappedObject key, CipherSpec spec, @Nullable ByteBuffer iv,
            @Nullable ByteBuffer associatedData,
            ByteBuffer data) implements EngineCommand<EngineResult.Encrypted> {}

    /** Outputs plaintext; one fault for everything that does not verify. */
    record Decrypt(WrappedObject key, CipherSpec spec, @Nullable ByteBuffer iv,
            @Nullable ByteBuffer associatedData, @Nullable ByteBuffer tag,
            ByteBuffer data) implements EngineCommand<EngineResult.Material> {}

    /**
     * Wraps an object anew under a changed header. The engine allows only what narrows: version
     * plus one, state along the allowed edges, protection and identity unchanged or stricter. A
     * destroyed state drops the material. Outputs the wrapped object.
     */
    record Amend(WrappedObject object,
            ObjectHeader next) implements EngineCommand<EngineResult.Wrapped> {}

    /** Checks that a stored object is authentic. Outputs the SHA-256 of its material. */
    record Verify(WrappedObject object) implements EngineCommand<EngineResult.Verified> {}

    /** Outputs what the engine is and how well it is protected on this host. */
    record Status() implements EngineCommand<EngineResult.StatusReport> {}
}
