package io.sallyport.gateway.operation.users;

import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

import io.sallyport.gateway.authorisation.Access;
import io.sallyport.gateway.operation.Call;
import io.sallyport.gateway.operation.Faults;
import io.sallyport.gateway.operation.KmipOperation;
import io.sallyport.gateway.operation.OperationFault;
import io.sallyport.gateway.operation.Outcome;
import io.sallyport.gateway.port.ClientChange;
import io.sallyport.gateway.port.StoredCredential;
import io.sallyport.kmip.message.payload.CreateCredential;
import io.sallyport.kmip.model.CredentialType;
import io.sallyport.kmip.model.Items;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.ttlv.ByteSlice;
import io.sallyport.kmip.ttlv.TtlvItem;
import io.vertx.core.Future;

/**
 * Create Credential (3.0 draft): a password, of which a slow hash is kept, or a certificate, of
 * which the digest is kept. One time and hashed passwords would need the password, or as much, in
 * the store, and are not served.
 */
public final class CreateCredentialOperation implements KmipOperation<CreateCredential.Request> {
    private static final int PASSWORD_BYTES_MAX = 1024;

    @Override
    public Operation operation() {
        return Operation.CREATE_CREDENTIAL;
    }

    @Override
    public Class<CreateCredential.Request> payloadType() {
        return CreateCredential.Request.class;
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
    public Future<Outcome> handle(Call call, CreateCredential.Request payload)
            throws OperationFault {
        if (!payload.attributes().attributes().isEmpty()) {
            throw Faults.invalidField("A credential has no attributes of the client's.");
        }
        CredentialType type = payload.credentialType().known();
        TtlvItem given = payload.credential();
        if (type == CredentialType.PASSWORD && given.tag() == Tag.PASSWORD_CREDENTIAL) {
            return password(call, given);
        }
        if (type == CredentialType.CERTIFICATE && given.tag() == Tag.CERTIFICATE) {
            return Future.succeededFuture(
                    made(call, StoredCredential.Kind.CERTIFICATE, fingerprint(given)));
        }
        throw Faults.notSupported("Credentials of this type are not supported.");
    }

    private static Future<Outcome> password(Call call, TtlvItem given) throws OperationFault {
        if (!(Items.child(given,
                Tag.PASSWORD) instanceof TtlvItem.TextStringItem(int _, ByteSlice password))
                || password.length() == 0
                || password.length() > PASSWORD_BYTES_MAX) {
            throw Faults.invalidField("A password has 1 to 1024 bytes.");
        }
        return call.desk().users().verifier(password)
                .map(verifier -> made(call, StoredCredential.Kind.PASSWORD, verifier));
    }

    private static String fingerprint(TtlvItem given) throws OperationFault {
        if (!(Items.child(given,
                Tag.CERTIFICATE_VALUE) instanceof TtlvItem.ByteStringItem value)) {
            throw Faults.invalidField("The certificate has no value.");
        }
        byte[] der = value.value().toByteArray();
        try {
            CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(der));
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(der));
        } catch (CertificateException broken) {
            throw Faults.invalidField("The certificate is not X.509.");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("This Java runtime has no SHA-256.", absent);
        }
    }

    private static Outcome made(Call call, StoredCredential.Kind kind, String verifier) {
        String id = UUID.randomUUID().toString();
        call.concerns(id);
        call.changesUsers(List.of(new ClientChange.AddCredential(new StoredCredential(
                call.subject().partition(), id, kind, verifier, call.now(), null))));
        return Outcome.of(new CreateCredential.Response(id));
    }
}
