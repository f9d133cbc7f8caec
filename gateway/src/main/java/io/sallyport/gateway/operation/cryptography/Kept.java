package io.sallyport.gateway.operation.cryptography;

import java.nio.ByteBuffer;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.operation.Call;
import io.sallyport.gateway.operation.OperationFault;
import io.sallyport.gateway.operation.Outcome;
import io.sallyport.gateway.port.EnginePort;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.ttlv.ByteSlice;
import io.vertx.core.Future;

/** What is to be kept of an engine's answer, and what is let go of. Stateless. */
final class Kept {

    private Kept() {}

    /** Makes an outcome of an answer. */
    @FunctionalInterface
    interface Making {

        /** The outcome, or a refusal. */
        Outcome make() throws OperationFault;
    }

    /** The outcome; if there is none, the answer is released here. */
    static Future<Outcome> orReleased(EnginePort.Answer<?> answer, Making making) {
        try {
            return Future.succeededFuture(making.make());
        } catch (OperationFault fault) {
            answer.release();
            return Future.failedFuture(fault);
        }
    }

    /**
     * Keeps the stream for the next part.
     *
     * @return the correlation value for the client; null after the last part
     */
    static @Nullable ByteSlice next(Streams streams, Call call, Portion portion,
            Operation operation, @Nullable String keyId, StreamSpec spec, boolean approved,
            @Nullable ByteBuffer continuation) throws OperationFault {
        if (portion.last()) {
            return null;
        }
        if (continuation == null) {
            throw new OperationFault(ResultReason.GENERAL_FAILURE,
                    "The key engine can't go on with these data.");
        }
        ByteSlice own = ByteSlice.of(Views.slice(continuation).toByteArray());
        return streams.keep(call, portion, new Stream(operation, keyId, spec, approved, own));
    }
}
