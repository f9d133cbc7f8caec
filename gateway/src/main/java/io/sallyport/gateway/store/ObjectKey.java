package io.sallyport.gateway.store;

import io.sallyport.gateway.port.StoredObject;

/**
 * What names an object in the store: an identifier is unique in its partition only. Immutable.
 *
 * @param partition the tenant that has it
 * @param id its Unique Identifier
 */
record ObjectKey(String partition, String id) {

    static ObjectKey of(StoredObject object) {
        return new ObjectKey(object.partition(), object.id());
    }
}
