package io.sallyport.gateway.doctor.probe;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.doctor.KeyUse;
import io.sallyport.kmip.model.KmipVersionPair;

/**
 * What a database needs of its gateway.
 *
 * @param key name of the key that it asks for, or null
 * @param use what it does with the key
 * @param version KMIP version that it is set to, or null
 * @param patience with every single step
 */
public record Question(@Nullable String key, KeyUse use, @Nullable KmipVersionPair version,
        Duration patience) {

    /** Whether the gateway serves at all. */
    public static Question plain() {
        return new Question(null, KeyUse.ENCRYPT, null, Duration.ofSeconds(5));
    }

    /** The same for a key. */
    public Question about(String name, KeyUse itsUse) {
        return new Question(name, itsUse, version, patience);
    }

    /** The same in a version. */
    public Question in(int major, int minor) {
        return new Question(key, use, new KmipVersionPair(major, minor), patience);
    }
}
