package io.sallyport.gateway.operation.certificate;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

import io.sallyport.gateway.operation.Call;
import io.sallyport.gateway.operation.CertificateFacts;
import io.sallyport.gateway.operation.Internal;
import io.sallyport.gateway.operation.NewAttributes;
import io.sallyport.gateway.operation.NewObject;
import io.sallyport.gateway.operation.OperationFault;
import io.sallyport.gateway.port.StoredObject;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.CertificateType;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.KeyFormatType;
import io.sallyport.kmip.model.ManagedObject;
import io.sallyport.kmip.model.ObjectType;
import io.sallyport.kmip.ttlv.ByteSlice;
import io.vertx.core.Future;

/** An issued certificate as a managed object. Stateless. */
final class CertificateObject {

    private CertificateObject() {}

    /**
     * The object, wrapped by the engine and not stored yet.
     *
     * @param id its identifier
     * @param der the certificate
     * @param given what the client gives it
     * @param links to its key, and to what it replaces
     */
    static Future<StoredObject> made(Call call, String id, byte[] der, AttributeList given,
            List<Attribute> links) throws OperationFault {
        CertificateFacts facts = CertificateFacts.of(new ManagedObject.Certificate(
                Enumerated.of(CertificateType.X_509), ByteSlice.of(der)));
        NewAttributes attributes = NewAttributes.of(given, call.version());
        List<Attribute> more = new ArrayList<>(facts.attributes());
        more.add(Attribute.enumeration(AttributeType.CERTIFICATE_TYPE, CertificateType.X_509));
        more.add(Internal.MATERIAL_LENGTH.of(der.length));
        int index = 0;
        for (Attribute link : links) {
            more.add(link.withIndex(index++));
        }
        more.add(Attribute.date(AttributeType.ORIGINAL_CREATION_DATE, call.now()));
        AttributeList stored = NewObject.stored(call, attributes, more);
        Integer algorithm = facts.algorithm();
        Integer length = facts.lengthBits();
        ObjectHeader header = NewObject.header(call, ObjectType.CERTIFICATE,
                KeyFormatType.RAW.code(), algorithm == null ? 0 : algorithm,
                length == null ? 0 : length, attributes, stored);
        ObjectHeader named = new ObjectHeader(id, header.partition(), header.version(),
                header.objectType(), header.keyFormat(), header.algorithm(), header.lengthBits(),
                header.usageMask(), header.state(), header.dates(), header.protection(),
                header.attributesDigest());
        return call.engine().submit(new EngineCommand.Import(named, ByteBuffer.wrap(der)))
                .map(answer -> {
                    StoredObject made = NewObject.object(answer.result(), stored);
                    answer.release();
                    return made;
                });
    }
}
