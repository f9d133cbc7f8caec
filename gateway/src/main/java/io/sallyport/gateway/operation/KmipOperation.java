package io.sallyport.gateway.operation;

import io.sallyport.gateway.authorisation.Access;
import io.sallyport.gateway.identity.Profile;
import io.sallyport.kmip.message.RequestPayload;
import io.sallyport.kmip.model.Operation;
import io.vertx.core.Future;

/**
 * One operation of the protocol. Stateless; called on event loops; never blocks.
 *
 * @param <P> its request payload
 */
public interface KmipOperation<P extends RequestPayload> {

    /** Which one it is. */
    Operation operation();

    /** The type of its request payload. */
    Class<P> payloadType();

    /** Who may ask for it. */
    Access access();

    /** Whether it is there for clients of this profile; if not, it is not served to them. */
    default boolean servedTo(Profile profile) {
        return true;
    }

    /**
     * Whether it may change stored objects. Requests of one connection that may not are carried
     * out side by side.
     */
    boolean changesState();

    /**
     * Carries it out. The future fails with an {@link OperationFault} or an {@link
     * io.sallyport.hsm.command.EngineFault}; nothing is changed then.
     *
     * @throws OperationFault if it is refused at once
     */
    Future<Outcome> handle(Call call, P payload) throws OperationFault;
}
