package io.sallyport.gateway.port;

import io.sallyport.hsm.object.WrappedObject;

/**
 * An object that the engine sealed anew under the term in force. To clients nothing changed: the
 * version stays. It is stored if the row still holds the same version under the same term as
 * before; if not, somebody changed the object, and sealed it anew with that.
 *
 * @param row number of the row in the store
 * @param next the object under the term in force
 * @param termBefore the term that seals what is stored
 */
public record Rewrapped(long row, WrappedObject next, int termBefore) {}
