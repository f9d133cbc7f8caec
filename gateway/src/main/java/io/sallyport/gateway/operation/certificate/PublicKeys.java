package io.sallyport.gateway.operation.certificate;

import java.io.IOException;

import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

import io.sallyport.gateway.operation.Attempt;
import io.sallyport.gateway.operation.Call;
import io.sallyport.gateway.operation.Faults;
import io.sallyport.gateway.operation.OperationFault;
import io.sallyport.gateway.port.StoredObject;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.kmip.model.KeyFormatType;
import io.sallyport.kmip.model.ObjectType;
import io.sallyport.kmip.ttlv.ByteSlice;
import io.vertx.core.Future;

/** Public keys and certificates out of the engine, which are no secret. Stateless. */
final class PublicKeys {

    private PublicKeys() {}

    /** The bytes of an object that is public, as a copy. */
    static Future<byte[]> bytes(Call call, StoredObject object) {
        return call.engine().submit(new EngineCommand.Export(object.wrapped())).map(answer -> {
            byte[] copy = ByteSlice.view(answer.result().bytes(),
                    answer.result().bytes().position(), answer.result().bytes().remaining())
                    .toByteArray();
            answer.release();
            return copy;
        });
    }

    /** A public key in the form that certificates have. */
    static Future<SubjectPublicKeyInfo> info(Call call, StoredObject key) {
        return Attempt.of(() -> {
            require(key, ObjectType.PUBLIC_KEY);
            return bytes(call, key);
        }).compose(bytes -> Attempt.of(
                () -> Future.succeededFuture(info(key.header().keyFormat(), bytes))));
    }

    /** Refuses an object of another type. */
    static void require(StoredObject object, ObjectType type) throws OperationFault {
        if (object.header().objectType() != type.code()) {
            throw Faults.invalidField("The object is of another type.");
        }
    }

    private static SubjectPublicKeyInfo info(int format, byte[] bytes) throws OperationFault {
        try {
            if (format == KeyFormatType.X_509.code()) {
                return SubjectPublicKeyInfo.getInstance(bytes);
            }
            if (format == KeyFormatType.PKCS_1.code()) {
                return new SubjectPublicKeyInfo(
                        new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption,
                                DERNull.INSTANCE),
                        RSAPublicKey.getInstance(bytes));
            }
            throw Faults.notSupported("Keys in this format are not certified.");
        } catch (IOException | IllegalArgumentException unreadable) {
            throw Faults.invalidField("The public key can't be read.");
        }
    }
}
