package io.sallyport.gateway.operation.certificate;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Certificate;

import io.sallyport.gateway.operation.Attempt;
import io.sallyport.gateway.operation.Call;
import io.sallyport.gateway.operation.Faults;
import io.sallyport.gateway.operation.NewAttributes;
import io.sallyport.gateway.operation.NewObject;
import io.sallyport.gateway.operation.OperationFault;
import io.sallyport.gateway.operation.keys.Links;
import io.sallyport.gateway.port.Change;
import io.sallyport.gateway.port.LocateQuery;
import io.sallyport.gateway.port.LocateQuery.Filter;
import io.sallyport.gateway.port.LocateQuery.Property;
import io.sallyport.gateway.port.StoredObject;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.object.KeyState;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.CryptographicAlgorithm;
import io.sallyport.kmip.model.CryptographicUsageMask;
import io.sallyport.kmip.model.KeyFormatType;
import io.sallyport.kmip.model.LinkType;
import io.sallyport.kmip.model.ObjectType;
import io.vertx.core.Future;

/**
 * Who issues the certificates of a partition: the newest of its private keys that is active, has
 * Sign and Certificate Sign in its usage mask, and points to its certificate. A partition without
 * one gets one at its first Certify: an RSA key, which every client can verify, that never leaves the
 * engine, with a certificate of its own. Immutable.
 *
 * @param key the private key
 * @param certificate its certificate
 * @param making what is to be stored if the authority is new
 */
record Authority(StoredObject key, Certificate certificate, List<Change> making) {
    private static final int SIGNING =
            CryptographicUsageMask.SIGN | CryptographicUsageMask.CERTIFICATE_SIGN;
    private static final int KEY_BITS = 3072;

    /** The authority of the caller's partition. */
    static Future<Authority> of(Call call) {
        LocateQuery query = new LocateQuery(call.subject().partition(), List.of(
                new Filter.PropertyEquals(Property.OBJECT_TYPE, ObjectType.PRIVATE_KEY.code()),
                new Filter.PropertyEquals(Property.STATE, KeyState.ACTIVE.code()),
                new Filter.UsageMask(SIGNING), new Filter.Destroyed(false)), 0, 1);
        return call.workspace().locate(query).compose(located -> located.ids().isEmpty()
                ? Attempt.of(() -> made(call))
                : existing(call, located.ids().getFirst()));
    }

    /** The name of the issuer. */
    X500Name name() {
        return certificate.getSubject();
    }

    private static Future<Authority> existing(Call call, String id) {
        return find(call, id).compose(key -> {
            List<String> certificates =
                    Links.targets(key.attributes(), LinkType.CERTIFICATE_LINK);
            if (certificates.isEmpty()) {
                return Future.failedFuture(Faults.invalidField(
                        "The key of the certificate authority has no Certificate Link."));
            }
            return find(call, certificates.getLast())
                    .compose(found -> PublicKeys.bytes(call, found))
                    .compose(der -> Attempt.of(() -> Future
                            .succeededFuture(new Authority(key, parsed(der), List.of()))));
        });
    }

    private static Future<StoredObject> find(Call call, String id) {
        return call.workspace().find(call.subject().partition(), id)
                .compose(found -> found.map(Future::succeededFuture).orElseGet(
                        () -> Future.failedFuture(Faults.notFound(call.version()))));
    }

    private static Certificate parsed(byte[] der) throws OperationFault {
        try {
            return Certificate.getInstance(der);
        } catch (IllegalArgumentException unreadable) {
            throw Faults.invalidField("The authority's certificate can't be read.");
        }
    }

    private static Future<Authority> made(Call call) throws OperationFault {
        String certificateId = UUID.randomUUID().toString();
        Half privateKey = half(call, ObjectType.PRIVATE_KEY, KeyFormatType.PKCS_1,
                AttributeList.of(
                        Attribute.integer(AttributeType.CRYPTOGRAPHIC_USAGE_MASK, SIGNING),
                        Attribute.bool(AttributeType.SENSITIVE, true),
                        Attribute.bool(AttributeType.EXTRACTABLE, false)),
                certificateId);
        Half publicKey = half(call, ObjectType.PUBLIC_KEY, KeyFormatType.PKCS_1,
                AttributeList.of(Attribute.integer(AttributeType.CRYPTOGRAPHIC_USAGE_MASK,
                        CryptographicUsageMask.VERIFY)),
                certificateId);
        return call.engine()
                .submit(new EngineCommand.GeneratePair(privateKey.header(), publicKey.header(),
                        0))
                .compose(answer -> {
                    StoredObject mine = NewObject.object(answer.result().privateKey(),
                            privateKey.stored());
                    StoredObject other = NewObject.object(answer.result().publicKey(),
                            publicKey.stored());
                    answer.release();
                    return PublicKeys.info(call, other)
                            .compose(info -> Attempt.of(() -> Issuing.own(call, mine,
                                    newName(call), info)))
                            .compose(der -> Attempt.of(() -> CertificateObject.made(call,
                                    certificateId, der,
                                    AttributeList.of(Attribute.integer(
                                            AttributeType.CRYPTOGRAPHIC_USAGE_MASK,
                                            CryptographicUsageMask.VERIFY)),
                                    List.of(Links.of(LinkType.PUBLIC_KEY_LINK, other.id()))))
                                    .compose(stored -> Attempt.of(() -> Future.succeededFuture(
                                            new Authority(mine, parsed(der),
                                                    List.of(new Change.Insert(mine),
                                                            new Change.Insert(other),
                                                            new Change.Insert(stored)))))));
                });
    }

    private record Half(ObjectHeader header, AttributeList stored) {}

    private static Half half(Call call, ObjectType type, KeyFormatType format,
            AttributeList given, String certificateId) throws OperationFault {
        AttributeList dated =
                given.plus(Attribute.date(AttributeType.ACTIVATION_DATE, call.now()));
        NewAttributes attributes = NewAttributes.of(dated, call.version());
        List<Attribute> more = new ArrayList<>();
        more.add(Links.of(LinkType.CERTIFICATE_LINK, certificateId));
        more.add(Attribute.date(AttributeType.ORIGINAL_CREATION_DATE, call.now()));
        AttributeList stored = NewObject.stored(call, attributes, more);
        return new Half(NewObject.header(call, type, format.code(),
                CryptographicAlgorithm.RSA.code(), KEY_BITS, attributes, stored), stored);
    }

    private static X500Name newName(Call call) {
        return new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.O, "Sallyport")
                .addRDN(BCStyle.OU, call.subject().partition())
                .addRDN(BCStyle.CN, "Certificate authority " + UUID.randomUUID()).build();
    }
}
