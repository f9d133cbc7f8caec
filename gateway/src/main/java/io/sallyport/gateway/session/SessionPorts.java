package io.sallyport.gateway.session;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;

import io.sallyport.gateway.operation.message.RuleBook;
import io.sallyport.gateway.port.ProvisioningPort;
import io.sallyport.gateway.port.UserPort;

/**
 * What a session needs beyond the ports of its operations.
 *
 * @param memory keeps requests that outlive their answer
 * @param background runs what nobody waits for
 * @param users checks passwords
 * @param provisioning knows the certificates of clients
 * @param rules the rules of partitions for new objects
 * @param limits what submitted requests may take
 */
public record SessionPorts(FrameMemory memory, Background background, UserPort users,
        ProvisioningPort provisioning, RuleBook rules, AsynchronousLimits limits) {

    /** Ports of a process without event loops, secret memory and users. */
    static SessionPorts plain() {
        return new SessionPorts(SessionPorts::copy, new Unhurried(), UserPort.NONE,
                ProvisioningPort.NONE, new RuleBook(List.of()), AsynchronousLimits.DEFAULT);
    }

    private static FrameMemory.Held copy(ByteBuffer frame) {
        ByteBuffer copy = ByteBuffer.allocateDirect(frame.remaining()).put(frame).flip();
        return new FrameMemory.Held() {
            @Override
            public ByteBuffer frame() {
                return copy;
            }

            @Override
            public void release() {
                copy.clear().put(new byte[copy.capacity()]);
            }
        };
    }

    /** Never comes to what nobody asks for. */
    private static final class Unhurried implements Background {
        @Override
        public void after(Duration time, Runnable task) {
            // Whoever has no event loops has no time either: everything waits to be polled.
        }

        @Override
        public Executor here() {
            return Runnable::run;
        }
    }
}
