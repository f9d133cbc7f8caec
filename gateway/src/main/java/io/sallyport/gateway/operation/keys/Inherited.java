package io.sallyport.gateway.operation.keys;

import java.util.List;

import io.sallyport.gateway.port.StoredObject;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.hsm.object.Protection;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeType;

/**
 * How well material is protected that was made from other material: no less than that, unless the
 * client asks for less in so many words, which the engine refuses. Stateless.
 */
final class Inherited {

    private Inherited() {}

    /**
     * The header of a new object with what it inherits.
     *
     * @param given what the client asks for
     * @param sources what the material is made from
     */
    static ObjectHeader protection(ObjectHeader header, AttributeList given,
            List<StoredObject> sources) {
        boolean sensitive = header.protection().sensitive();
        boolean extractable = header.protection().extractable();
        for (StoredObject source : sources) {
            Protection from = source.header().protection();
            sensitive |= from.sensitive() && !given.has(AttributeType.SENSITIVE);
            extractable &= from.extractable() || given.has(AttributeType.EXTRACTABLE);
        }
        return new ObjectHeader(header.id(), header.partition(), header.version(),
                header.objectType(), header.keyFormat(), header.algorithm(), header.lengthBits(),
                header.usageMask(), header.state(), header.dates(),
                Protection.ofNew(sensitive, extractable, header.protection().family()),
                header.attributesDigest());
    }
}
