package io.sallyport.gateway.vault;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.State;

/**
 * What is known of one version of a secret; nothing of its content.
 *
 * @param id the Unique Identifier of its managed object
 * @param number counts from 1
 * @param created in seconds since 1970
 * @param deleted in seconds since 1970; 0 if it is not deleted
 * @param destroyed whether its content is gone for ever
 */
record SecretVersion(String id, int number, SecretShape shape, long created, long deleted,
        boolean destroyed) {

    static SecretVersion of(String id, int number, AttributeList attributes) {
        Long created = attributes.date(AttributeType.INITIAL_DATE);
        Integer state = attributes.enumerationCode(AttributeType.STATE);
        return new SecretVersion(id, number, VersionAttributes.shape(attributes),
                created == null ? 0 : created, VersionAttributes.deletedAt(attributes),
                isDestroyed(state));
    }

    private static boolean isDestroyed(@Nullable Integer state) {
        return state != null && (state == State.DESTROYED.code()
                || state == State.DESTROYED_COMPROMISED.code());
    }

    /** Whether its content is given out. */
    boolean isReadable() {
        return deleted == 0 && !destroyed;
    }
}
