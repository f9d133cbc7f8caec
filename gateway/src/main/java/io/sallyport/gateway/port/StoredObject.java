package io.sallyport.gateway.port;

import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.hsm.object.Sha256;
import io.sallyport.hsm.object.WrappedObject;
import io.sallyport.kmip.model.AttributeList;

/**
 * A managed object as the gateway knows it: wrapped material and metadata, no clear bytes.
 * Immutable; a change makes a new one with the next version.
 *
 * @param wrapped the engine's form; its header is the truth about identity, policy and dates
 * @param attributes every other attribute, as the client set them (names, groups, links, vendor
 *        attributes); bound to the wrapping by the header's attributes digest
 * @param digest SHA-256 of the material as the engine reported it; null when destroyed. Lives in
 *        memory only: a stored digest of a weak password would be an oracle.
 */
public record StoredObject(WrappedObject wrapped, AttributeList attributes,
        @Nullable Sha256 digest) {

    /** The engine's header. */
    public ObjectHeader header() {
        return wrapped.header();
    }

    /** The unique identifier. */
    public String id() {
        return wrapped.header().id();
    }

    /** The partition that owns the object. */
    public String partition() {
        return wrapped.header().partition();
    }
}
