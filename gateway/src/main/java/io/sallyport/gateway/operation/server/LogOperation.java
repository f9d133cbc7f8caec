package io.sallyport.gateway.operation.server;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.sallyport.gateway.authorisation.Access;
import io.sallyport.gateway.operation.Call;
import io.sallyport.gateway.operation.KmipOperation;
import io.sallyport.gateway.operation.OperationFault;
import io.sallyport.gateway.operation.Outcome;
import io.sallyport.kmip.message.payload.Log;
import io.sallyport.kmip.model.Operation;
import io.vertx.core.Future;

/**
 * Log (2.1 section 6.1.35): a client's text in the log of the server. The audit log has the fact
 * that the client asked for it; it keeps no texts of clients.
 */
public final class LogOperation implements KmipOperation<Log.Request> {
    private static final Logger LOG = LoggerFactory.getLogger(LogOperation.class);
    private static final int TEXT_MAX = 1024;
    private static final int LINE_SEPARATOR = 0x2028;
    private static final int PARAGRAPH_SEPARATOR = 0x2029;

    /** The operation. */
    public LogOperation() {}

    @Override
    public Operation operation() {
        return Operation.LOG;
    }

    @Override
    public Class<Log.Request> payloadType() {
        return Log.Request.class;
    }

    @Override
    public Access access() {
        return Access.CRYPTO_USER;
    }

    @Override
    public boolean changesState() {
        return false;
    }

    @Override
    public Future<Outcome> handle(Call call, Log.Request payload) throws OperationFault {
        LOG.info("The client {} says: {}", call.subject().clientName(),
                printable(payload.logMessage()));
        return Future.succeededFuture(Outcome.of(new Log.Response()));
    }

    /** A client can't forge lines of the log, or fill it with one message. */
    private static String printable(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().limit(TEXT_MAX)
                .map(point -> Character.isISOControl(point) || point == LINE_SEPARATOR
                        || point == PARAGRAPH_SEPARATOR ? ' ' : point)
                .forEach(safe::appendCodePoint);
        return safe.toString();
    }
}
