package io.sallyport.gateway.doctor;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeName;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.State;

/**
 * What decides whether a database can use a key.
 *
 * @param state null where the server did not tell
 * @param usageMask bits of Cryptographic Usage Mask, or null
 * @param extractable null where the version of the protocol has no such attribute
 * @param sensitive null in the same case
 */
public record KeyFacts(String id, @Nullable State state, @Nullable Integer usageMask,
        @Nullable Instant processStart, @Nullable Instant protectStop,
        @Nullable Instant deactivation, @Nullable Instant compromise,
        @Nullable Boolean extractable, @Nullable Boolean sensitive) {

    /** States of which objects are found only where they are asked for. */
    public static final List<State> GONE = List.of(State.DESTROYED, State.DESTROYED_COMPROMISED);

    /** The attributes from which the facts are read. */
    public static final List<AttributeName> ATTRIBUTES = Stream.of(AttributeType.STATE,
            AttributeType.CRYPTOGRAPHIC_USAGE_MASK, AttributeType.PROCESS_START_DATE,
            AttributeType.PROTECT_STOP_DATE, AttributeType.DEACTIVATION_DATE,
            AttributeType.COMPROMISE_DATE, AttributeType.EXTRACTABLE, AttributeType.SENSITIVE)
            .map(AttributeName::of).toList();

    /** Whether this version can ask for the attribute. */
    public static boolean isIn(AttributeName name, KmipVersion version) {
        return name instanceof AttributeName.Standard(AttributeType type)
                && type.definedIn(version);
    }

    /** What these attributes say. */
    public static KeyFacts of(String id, AttributeList attributes) {
        Integer state = attributes.enumerationCode(AttributeType.STATE);
        return new KeyFacts(id, state == null ? null : State.of(state),
                attributes.integer(AttributeType.CRYPTOGRAPHIC_USAGE_MASK),
                date(attributes, AttributeType.PROCESS_START_DATE),
                date(attributes, AttributeType.PROTECT_STOP_DATE),
                date(attributes, AttributeType.DEACTIVATION_DATE),
                date(attributes, AttributeType.COMPROMISE_DATE),
                attributes.bool(AttributeType.EXTRACTABLE),
                attributes.bool(AttributeType.SENSITIVE));
    }

    private static @Nullable Instant date(AttributeList attributes, AttributeType type) {
        Long seconds = attributes.date(type);
        return seconds == null ? null : Instant.ofEpochSecond(seconds);
    }
}
