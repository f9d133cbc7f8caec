package io.sallyport.gateway.operation.message;

import io.sallyport.gateway.authorisation.Access;
import io.sallyport.gateway.operation.Call;
import io.sallyport.gateway.operation.KmipOperation;
import io.sallyport.gateway.operation.OperationFault;
import io.sallyport.gateway.operation.Outcome;
import io.sallyport.gateway.operation.RuleCheck;
import io.sallyport.gateway.port.ClientChange;
import io.sallyport.gateway.port.RuleKind;
import io.sallyport.kmip.message.payload.SetDefaults;
import io.sallyport.kmip.model.ObjectDefaults;
import io.sallyport.kmip.model.Operation;
import io.vertx.core.Future;

/**
 * Set Defaults (2.1 section 6.1.53): the attributes that new objects of the partition get where
 * their maker says nothing, instead of all that was said before.
 */
public final class SetDefaultsOperation implements KmipOperation<SetDefaults.Request> {

    @Override
    public Operation operation() {
        return Operation.SET_DEFAULTS;
    }

    @Override
    public Class<SetDefaults.Request> payloadType() {
        return SetDefaults.Request.class;
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
    public Future<Outcome> handle(Call call, SetDefaults.Request payload) throws OperationFault {
        if (payload.defaults() != null) {
            for (ObjectDefaults defaults : payload.defaults()) {
                RuleCheck.attributes(defaults.attributes(), call.version());
            }
        }
        call.changesRule(new ClientChange.SetRule(call.subject().partition(), RuleKind.DEFAULTS,
                payload.defaults() == null
                        ? null
                        : PartitionRules.encodedDefaults(payload.defaults())));
        return Future.succeededFuture(Outcome.of(new SetDefaults.Response()));
    }
}
