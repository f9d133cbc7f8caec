package io.sallyport.gateway.operation.users;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

import io.sallyport.gateway.authorisation.Access;
import io.sallyport.gateway.operation.Call;
import io.sallyport.gateway.operation.Faults;
import io.sallyport.gateway.operation.KmipOperation;
import io.sallyport.gateway.operation.OperationFault;
import io.sallyport.gateway.operation.Outcome;
import io.sallyport.gateway.port.ClientChange;
import io.sallyport.gateway.port.EnrolledUser;
import io.sallyport.gateway.port.StoredCredential;
import io.sallyport.gateway.port.UserPort;
import io.sallyport.kmip.message.payload.CreateUser;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.ttlv.ByteSlice;
import io.sallyport.kmip.ttlv.TtlvItem;
import io.vertx.core.Future;

/**
 * Create User (3.0 draft): a user with the name and the credentials that the request gives, from
 * then on known by its password. A user that is made without a password can't log in.
 */
public final class CreateUserOperation implements KmipOperation<CreateUser.Request> {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int PASSWORD_BYTES = 32;

    @Override
    public Operation operation() {
        return Operation.CREATE_USER;
    }

    @Override
    public Class<CreateUser.Request> payloadType() {
        return CreateUser.Request.class;
    }

    @Override
    public Access access() {
        return Access.ADMINISTRATOR;
    }

    @Override
    public boolean changesState() {
        return true;
    }

    @Override
    public Future<Outcome> handle(Call call, CreateUser.Request payload) throws OperationFault {
        String partition = call.subject().partition();
        String name = GivenName.in(payload.attributes());
        String id = UUID.randomUUID().toString();
        List<ClientChange> bindings = new ArrayList<>();
        String verifier = null;
        for (Attribute attribute : payload.attributes().attributes()) {
            if (attribute.is(AttributeType.NAME)) {
                continue;
            }
            StoredCredential credential = linked(call, attribute);
            bindings.add(new ClientChange.BindCredential(partition, credential.id(), name));
            if (credential.kind() == StoredCredential.Kind.PASSWORD) {
                if (verifier != null) {
                    throw Faults.invalidField("A user has one password.");
                }
                verifier = credential.verifier();
            }
        }
        call.concerns(id);
        return (verifier == null
                ? call.desk().users().verifier(unknownPassword())
                : Future.succeededFuture(verifier)).map(kept -> {
                    List<ClientChange> changes = new ArrayList<>();
                    changes.add(new ClientChange.AddUser(new EnrolledUser(partition,
                            UserPort.Kind.USER, name, kept, call.now(), false, id)));
                    changes.addAll(bindings);
                    call.changesUsers(changes);
                    return Outcome.of(new CreateUser.Response(id));
                });
    }

    /** The credential that an attribute links, if it is still nobody's. */
    private static StoredCredential linked(Call call, Attribute attribute)
            throws OperationFault {
        if (!attribute.is(AttributeType.CREDENTIAL_LINK)
                || !(attribute.value() instanceof TtlvItem.ReferenceItem reference)) {
            throw Faults.invalidField("A user has a name and credentials and nothing else.");
        }
        StoredCredential credential = call.desk().users()
                .credential(call.subject().partition(), reference.text()).orElse(null);
        if (credential == null || credential.user() != null) {
            throw Faults.notFound(call.version());
        }
        return credential;
    }

    private static ByteSlice unknownPassword() {
        byte[] random = new byte[PASSWORD_BYTES];
        RANDOM.nextBytes(random);
        return ByteSlice.of(Base64.getEncoder().encode(random));
    }
}
