package io.sallyport.gateway.engine;

import java.nio.ByteBuffer;

import org.jspecify.annotations.Nullable;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.sallyport.gateway.port.EnginePort.Answer;
import io.sallyport.hsm.command.EngineResult;

/**
 * A result whose buffers were copied out of the link's memory into one buffer that is erased when
 * it is released. Used on the event loop that submitted the command.
 */
final class MovedAnswer<R extends EngineResult> implements Answer<R> {
    private final R result;
    private @Nullable ByteBuf memory;

    private MovedAnswer(R result, @Nullable ByteBuf memory) {
        this.result = result;
        this.memory = memory;
    }

    /** Copies the buffers of a result, whose type stays what it was. */
    @SuppressWarnings("unchecked") // every branch gives the type that it was given
    static <R extends EngineResult> MovedAnswer<R> of(R result, ByteBufAllocator allocator) {
        EngineResult given = result;
        return switch (given) {
            case EngineResult.Material material -> {
                Copier copier = new Copier(allocator, material.bytes().remaining()
                        + remaining(material.continuation()));
                yield (MovedAnswer<R>) copier.answer(new EngineResult.Material(
                        copier.copy(material.bytes()), material.approved(),
                        copier.copyIfThere(material.continuation())));
            }
            case EngineResult.WrappedMaterial wrapped -> {
                Copier copier = new Copier(allocator, wrapped.bytes().remaining()
                        + remaining(wrapped.iv()) + remaining(wrapped.tag()));
                yield (MovedAnswer<R>) copier.answer(new EngineResult.WrappedMaterial(
                        copier.copy(wrapped.bytes()), copier.copyIfThere(wrapped.iv()),
                        copier.copyIfThere(wrapped.tag()), wrapped.approved()));
            }
            case EngineResult.Encrypted encrypted -> {
                Copier copier = new Copier(allocator, encrypted.data().remaining()
                        + remaining(encrypted.iv()) + remaining(encrypted.tag())
                        + remaining(encrypted.continuation()));
                yield (MovedAnswer<R>) copier.answer(new EngineResult.Encrypted(
                        copier.copy(encrypted.data()), copier.copyIfThere(encrypted.iv()),
                        copier.copyIfThere(encrypted.tag()), encrypted.approved(),
                        copier.copyIfThere(encrypted.continuation())));
            }
            case EngineResult.Computed computed -> {
                Copier copier = new Copier(allocator,
                        remaining(computed.value()) + remaining(computed.continuation()));
                yield (MovedAnswer<R>) copier.answer(new EngineResult.Computed(
                        copier.copyIfThere(computed.value()), computed.approved(),
                        copier.copyIfThere(computed.continuation())));
            }
            case EngineResult.Verdict verdict -> {
                Copier copier = new Copier(allocator, remaining(verdict.continuation()));
                yield (MovedAnswer<R>) copier.answer(new EngineResult.Verdict(verdict.valid(),
                        verdict.approved(), copier.copyIfThere(verdict.continuation())));
            }
            case EngineResult.Encapsulated made -> {
                Copier copier = new Copier(allocator, made.ciphertext().remaining());
                yield (MovedAnswer<R>) copier.answer(new EngineResult.Encapsulated(
                        copier.copy(made.ciphertext()), made.secret()));
            }
            case EngineResult.Wrapped _,EngineResult.WrappedPair _ ->
                new MovedAnswer<>(result, null);
            case EngineResult.WrappedParts _,EngineResult.Seeded _,EngineResult.Verified _ ->
                new MovedAnswer<>(result, null);
            case EngineResult.InForce _,EngineResult.SelfTested _ ->
                new MovedAnswer<>(result, null);
            case EngineResult.StatusReport _,EngineResult.ProtectionStatus _ ->
                new MovedAnswer<>(result, null);
        };
    }

    private static int remaining(@Nullable ByteBuffer buffer) {
        return buffer == null ? 0 : buffer.remaining();
    }

    @Override
    public R result() {
        return result;
    }

    @Override
    public void release() {
        ByteBuf held = memory;
        if (held != null) {
            memory = null;
            held.release();
        }
    }

    /** Copies several buffers behind each other. */
    private static final class Copier {
        private final ByteBuf memory;

        Copier(ByteBufAllocator allocator, int bytes) {
            this.memory = allocator.directBuffer(Math.max(bytes, 1));
        }

        ByteBuffer copy(ByteBuffer from) {
            int start = memory.writerIndex();
            memory.writeBytes(from.duplicate());
            return memory.nioBuffer(start, memory.writerIndex() - start);
        }

        @Nullable
        ByteBuffer copyIfThere(@Nullable ByteBuffer from) {
            return from == null ? null : copy(from);
        }

        <T extends EngineResult> MovedAnswer<T> answer(T result) {
            return new MovedAnswer<>(result, memory);
        }
    }
}
