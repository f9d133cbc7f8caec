package io.sallyport.gateway.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.ObjLongConsumer;

import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.EventLoop;
import io.sallyport.gateway.port.EnginePort;
import io.sallyport.hsm.client.EngineLink;
import io.sallyport.hsm.client.LinkLimits;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.command.EngineResult;
import io.sallyport.hsm.command.Reply;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.VertxInternal;

/**
 * Two links to the engine for each event loop, one of them for slow commands, so that nothing waits
 * behind a key pair. A command goes through a link of the loop that submits it, and its answer
 * comes back on that loop; other threads lend a loop and wait for it to take the command. While
 * there is no link, commands fail at once with {@link Reason#UNAVAILABLE}, or with {@link
 * Reason#SEALED} if the operator wants it so; none is sent again. An engine that answers {@link
 * Reason#INTERNAL} answers nothing else any more: it is given up.
 */
public final class EngineLinks implements EnginePort {
    private final VertxInternal vertx;
    private final Map<EventLoop, LoopLink> links = new LinkedHashMap<>();
    private final EventLoop lent;
    private final Path socket;
    private final LinkLimits limits;
    private final ObjLongConsumer<String> givenUp;
    private final BooleanSupplier sealed;

    /**
     * Links that are not connected yet.
     *
     * @param memory gives the allocator of a loop; what it allocates is erased on release
     * @param givenUp told when the engine can't be used any more: why, and its process id. It may
     *        be told more than once
     * @param sealed whether the engine is away because it was sealed
     */
    public EngineLinks(Vertx vertx, Path socket, LinkLimits limits,
            Function<EventLoop, ByteBufAllocator> memory, ObjLongConsumer<String> givenUp,
            BooleanSupplier sealed) {
        this.vertx = (VertxInternal) vertx;
        this.socket = socket;
        this.limits = limits;
        this.givenUp = givenUp;
        this.sealed = sealed;
        EventLoop first = null;
        for (var executor : this.vertx.nettyEventLoopGroup()) {
            EventLoop loop = (EventLoop) executor;
            links.put(loop, new LoopLink(memory.apply(loop)));
            first = first == null ? loop : first;
        }
        if (first == null) {
            throw new IllegalArgumentException("Vert.x has no event loop.");
        }
        this.lent = first;
    }

    /** Which commands a link carries. */
    private enum Lane {
        QUICK, SLOW
    }

    /** The links of one loop; touched on that loop alone. */
    private static final class LoopLink {
        private final ByteBufAllocator memory;
        private final Map<Lane, EngineLink> open = new EnumMap<>(Lane.class);
        private long pid;

        LoopLink(ByteBufAllocator memory) {
            this.memory = memory;
        }
    }

    /**
     * Connects every loop to the engine and waits for it; not for event loops.
     *
     * @param pid the process that listens at the socket
     * @param domain the security domain that has to be the engine's
     */
    public void connect(long pid, String domain) throws IOException {
        for (Map.Entry<EventLoop, LoopLink> entry : links.entrySet()) {
            for (Lane lane : Lane.values()) {
                connect(entry.getKey(), entry.getValue(), lane, pid, domain);
            }
        }
    }

    private void connect(EventLoop loop, LoopLink holder, Lane lane, long pid, String domain)
            throws IOException {
        EngineLink[] opened = new EngineLink[1];
        LinkLimits laneLimits = lane == Lane.SLOW ? LinkLimits.SLOW : limits;
        EngineLink link = EngineLink.connect(socket, loop, laneLimits, () -> {
            if (opened[0] != null) {
                holder.open.remove(lane, opened[0]);
            }
            givenUp.accept("a link to it ended", pid);
        });
        opened[0] = link;
        if (!link.domain().equals(domain)) {
            link.close();
            throw new IOException("The engine's state belongs to the domain " + link.domain()
                    + ", not to the domain " + domain + " of this home.");
        }
        CountDownLatch taken = new CountDownLatch(1);
        loop.execute(() -> {
            EngineLink old = link.isOpen() ? holder.open.put(lane, link)
                    : holder.open.remove(lane);
            holder.pid = pid;
            if (old != null) {
                old.close();
            }
            taken.countDown();
        });
        await(taken);
    }

    @Override
    public <R extends EngineResult> Future<Answer<R>> submit(EngineCommand<R> command) {
        ContextInternal context = ContextInternal.current();
        if (context != null && context.nettyEventLoop().inEventLoop()) {
            Promise<Answer<R>> promise = context.promise();
            send(context.nettyEventLoop(), command, promise);
            return promise.future();
        }
        Promise<Answer<R>> promise = context == null
                ? Promise.promise()
                : context.promise();
        CountDownLatch read = new CountDownLatch(1);
        lent.execute(() -> {
            send(lent, command, promise);
            read.countDown();
        });
        try {
            await(read);
        } catch (IOException e) {
            promise.tryFail(new EngineFault(Reason.UNAVAILABLE, "The caller was interrupted."));
        }
        return promise.future();
    }

    private <R extends EngineResult> void send(EventLoop loop, EngineCommand<R> command,
            Promise<Answer<R>> promise) {
        LoopLink holder = links.get(loop);
        EngineLink link = holder == null ? null
                : holder.open.get(command.slow() ? Lane.SLOW : Lane.QUICK);
        if (holder == null || link == null) {
            promise.tryFail(sealed.getAsBoolean()
                    ? new EngineFault(Reason.SEALED, "The engine is sealed.")
                    : new EngineFault(Reason.UNAVAILABLE, "The engine is not running."));
            return;
        }
        long pid = holder.pid;
        link.submit(command, new Reply<R>() {
            @Override
            public void succeeded(R result) {
                MovedAnswer<R> answer = MovedAnswer.of(result, holder.memory);
                if (!promise.tryComplete(answer)) {
                    answer.release();
                }
            }

            @Override
            public void failed(EngineFault fault) {
                if (fault.reason() == Reason.INTERNAL) {
                    givenUp.accept("it met an internal error and gives no more output", pid);
                }
                promise.tryFail(fault);
            }
        });
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The wait for an event loop was interrupted.", e);
        }
    }
}
