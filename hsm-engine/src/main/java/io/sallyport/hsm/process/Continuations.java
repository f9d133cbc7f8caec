package io.sallyport.hsm.process;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.crypto.NonceSource;
import io.sallyport.hsm.crypto.Workspace;
import io.sallyport.hsm.crypto.Xaes256Gcm;
import io.sallyport.hsm.crypto.Xaes256Gcm.Message;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.hsm.seal.Terms;
import io.sallyport.hsm.wire.Opcode;

/**
 * Running states of commands in parts, sealed under a domain key (docs/spec/continuation.md), so
 * that the engine need not remember them and nobody outside can read or bend them. Belongs to one
 * thread.
 */
final class Continuations {
    private static final int MAGIC = 0x53504354;
    private static final int FORMAT = 1;
    private static final int HEAD_BYTES = 13;
    private static final int OVERHEAD_BYTES =
            HEAD_BYTES + Xaes256Gcm.NONCE_BYTES + Xaes256Gcm.TAG_BYTES;

    private final Terms terms;
    private final Workspace workspace;
    private final NonceSource nonces;
    private final Xaes256Gcm cipher;

    Continuations(Terms terms, Workspace workspace, NonceSource nonces, Xaes256Gcm cipher) {
        this.terms = terms;
        this.workspace = workspace;
        this.nonces = nonces;
        this.cipher = cipher;
    }

    /**
     * What a continuation belongs to.
     *
     * @param spec the specification's bytes in the protocol
     * @param key the header of the key, or null for a hash
     */
    @SuppressWarnings("ArrayRecordComponent") // lent, never compared
    record Scope(Opcode command, byte[] spec, @Nullable ObjectHeader key) {}

    /**
     * A running state.
     *
     * @param sequence how many parts it has taken
     */
    @SuppressWarnings("ArrayRecordComponent") // lent, never compared
    record Running(int sequence, byte[] state) {}

    /** Seals a state, which is zeroed. */
    ByteBuffer seal(Scope scope, Running running) throws EngineFault {
        return seal(scope, running, nonces.nonce(Xaes256Gcm.NONCE_BYTES));
    }

    /** As above, with a nonce that was never used under the term's key. */
    ByteBuffer seal(Scope scope, Running running, byte[] nonce) throws EngineFault {
        byte[] state = running.state();
        try {
            byte[] output = ObjectSeal.sealUnder(terms, (term, key) -> {
                byte[] sealed = new byte[OVERHEAD_BYTES + state.length];
                ByteBuffer.wrap(sealed).putInt(MAGIC).put((byte) FORMAT).putInt(term)
                        .putInt(running.sequence()).put(nonce);
                byte[] associated = associated(sealed, scope);
                cipher.seal(key, new Message(nonce, associated, associated.length, state, 0,
                        state.length), sealed, HEAD_BYTES + Xaes256Gcm.NONCE_BYTES);
                return sealed;
            });
            return workspace.emit(output, 0, output.length);
        } finally {
            Arrays.fill(state, (byte) 0);
        }
    }

    /** Opens a continuation; the caller wipes the state. */
    Running open(Scope scope, ByteBuffer continuation) throws EngineFault {
        byte[] sealed = CommandContext.copy(continuation);
        ByteBuffer in = ByteBuffer.wrap(sealed);
        if (sealed.length < OVERHEAD_BYTES || in.getInt() != MAGIC || in.get() != FORMAT) {
            throw notAuthentic();
        }
        int term = in.getInt();
        int sequence = in.getInt();
        byte[] nonce = new byte[Xaes256Gcm.NONCE_BYTES];
        in.get(nonce);
        byte[] associated = associated(sealed, scope);
        byte[] output = new byte[in.remaining()];
        try {
            int length =
                    ObjectSeal.openUnder(terms, term,
                            key -> cipher.open(key, new Message(nonce, associated,
                                    associated.length, sealed, in.position(), in.remaining()),
                                    output));
            if (length < 0) {
                throw notAuthentic();
            }
            return new Running(sequence, Arrays.copyOf(output, length));
        } finally {
            Arrays.fill(output, (byte) 0);
        }
    }

    private static byte[] associated(byte[] head, Scope scope) {
        ObjectHeader key = scope.key();
        byte[] id = text(key == null ? "" : key.id());
        byte[] partition = text(key == null ? "" : key.partition());
        byte[] spec = scope.spec();
        return ByteBuffer
                .allocate(HEAD_BYTES + 4 + spec.length + id.length + partition.length)
                .put(head, 0, HEAD_BYTES).put((byte) scope.command().code())
                .put((byte) spec.length).put(spec).put((byte) id.length).put(id)
                .put((byte) partition.length).put(partition).array();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static EngineFault notAuthentic() {
        return new EngineFault(Reason.NOT_AUTHENTIC,
                "The continuation does not belong to this command.");
    }
}
