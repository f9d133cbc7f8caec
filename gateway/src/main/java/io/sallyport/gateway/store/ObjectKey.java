package io.sallyport.gateway.store;

/**
 * What names an object in the store: an identifier is unique in its partition only. Immutable.
 *
 * @param partition the tenant that has it
 * @param id its Unique Identifier
 */
record ObjectKey(String partition, String id) {}
