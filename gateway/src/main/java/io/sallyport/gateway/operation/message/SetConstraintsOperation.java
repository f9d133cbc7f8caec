package io.sallyport.gateway.operation.message;

import io.sallyport.gateway.authorisation.Access;
import io.sallyport.gateway.operation.Call;
import io.sallyport.gateway.operation.KmipOperation;
import io.sallyport.gateway.operation.OperationFault;
import io.sallyport.gateway.operation.Outcome;
import io.sallyport.gateway.operation.RuleCheck;
import io.sallyport.gateway.port.ClientChange;
import io.sallyport.gateway.port.RuleKind;
import io.sallyport.kmip.message.payload.SetConstraints;
import io.sallyport.kmip.model.Constraint;
import io.sallyport.kmip.model.Operation;
import io.vertx.core.Future;

/**
 * Set Constraints (2.1 section 6.1.52): what new objects of the partition must be like, instead
 * of all that was said before. Objects that exist stay as they are.
 */
public final class SetConstraintsOperation implements KmipOperation<SetConstraints.Request> {

    @Override
    public Operation operation() {
        return Operation.SET_CONSTRAINTS;
    }

    @Override
    public Class<SetConstraints.Request> payloadType() {
        return SetConstraints.Request.class;
    }

    @Override
    public Access access() {
        return Access.CRYPTO_USER_OR_OPERATOR;
    }

    @Override
    public boolean changesState() {
        return true;
    }

    @Override
    public Future<Outcome> handle(Call call, SetConstraints.Request payload)
            throws OperationFault {
        if (payload.constraints() != null) {
            for (Constraint constraint : payload.constraints()) {
                RuleCheck.attributes(constraint.attributes(), call.version());
            }
        }
        call.changesRule(new ClientChange.SetRule(call.subject().partition(),
                RuleKind.CONSTRAINTS, payload.constraints() == null
                        ? null
                        : PartitionRules.encodedConstraints(payload.constraints())));
        return Future.succeededFuture(Outcome.of(new SetConstraints.Response()));
    }
}
