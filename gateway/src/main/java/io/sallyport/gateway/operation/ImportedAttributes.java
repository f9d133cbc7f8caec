package io.sallyport.gateway.operation;

import java.util.ArrayList;
import java.util.List;

import io.sallyport.gateway.lifecycle.KeyStatus;
import io.sallyport.gateway.lifecycle.Lifecycle;
import io.sallyport.hsm.object.KeyDates;
import io.sallyport.hsm.object.KeyState;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeName;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.State;

/**
 * The attributes that come with an imported object. Those that a client could give at a
 * registration are checked as there; of those that only a server sets, the ones that tell of the
 * object's life are kept, and what this server says better by itself is passed over.
 *
 * @param own what a client may give
 * @param kept what only a server may set, to be stored as it is
 * @param given all of them
 */
record ImportedAttributes(NewAttributes own, List<Attribute> kept, AttributeList given) {

    /**
     * Checks them.
     *
     * @param id the identifier of the object; an attribute that says another one is refused
     */
    static ImportedAttributes of(AttributeList given, String id, KmipVersion version)
            throws OperationFault {
        String told = given.text(AttributeType.UNIQUE_IDENTIFIER);
        if (told != null && !told.equals(id)) {
            throw Faults.invalidField("An attribute contradicts the identifier.");
        }
        List<Attribute> own = new ArrayList<>();
        List<Attribute> kept = new ArrayList<>();
        for (Attribute attribute : given.attributes()) {
            NewAttributes.checkType(attribute, version);
            if (!(attribute.name() instanceof AttributeName.Standard(AttributeType type))) {
                own.add(attribute);
            } else if (isKept(type)) {
                kept.add(Detached.copy(attribute));
            } else if (type.clientSets() && !isSaidByServer(type)) {
                own.add(attribute);
            }
        }
        return new ImportedAttributes(NewAttributes.of(new AttributeList(own), version), kept,
                given);
    }

    /**
     * State and dates: as given, the state brought up to the dates.
     *
     * @throws OperationFault if the state contradicts the dates, or the object was destroyed
     */
    KeyStatus status(long now, KmipVersion version) throws OperationFault {
        KeyDates asked = own.status(now).dates();
        Long initial = given.date(AttributeType.INITIAL_DATE);
        KeyDates dates = new KeyDates(initial == null ? now : initial, asked.activation(),
                asked.processStart(), asked.protectStop(), asked.deactivation(), null,
                given.date(AttributeType.COMPROMISE_OCCURRENCE_DATE),
                given.date(AttributeType.COMPROMISE_DATE));
        Integer code = given.enumerationCode(AttributeType.STATE);
        if (code == null) {
            return Lifecycle.born(dates, now);
        }
        KeyState state = switch (State.of(code)) {
            case PRE_ACTIVE -> KeyState.PRE_ACTIVE;
            case ACTIVE -> KeyState.ACTIVE;
            case DEACTIVATED -> KeyState.DEACTIVATED;
            case COMPROMISED -> KeyState.COMPROMISED;
            case DESTROYED, DESTROYED_COMPROMISED ->
                throw Faults.invalidField("A destroyed object has no material.");
            case null -> throw Faults.invalidField("The state is not known.");
        };
        KeyStatus status = new KeyStatus(Lifecycle.effective(state, dates, now), dates);
        if (state == KeyState.PRE_ACTIVE && status.state() != state) {
            throw Faults.contradictoryState(version);
        }
        return status;
    }

    private static boolean isKept(AttributeType type) {
        return switch (type) {
            case REVOCATION_REASON, DEACTIVATION_REASON, ARCHIVE_DATE, USAGE_LIMITS,
                    ROTATE_GENERATION, ROTATE_LATEST, ROTATE_DATE ->
                true;
            default -> false;
        };
    }

    private static boolean isSaidByServer(AttributeType type) {
        return switch (type) {
            case KEY_FORMAT_TYPE, PROTECTION_STORAGE_MASK -> true;
            default -> false;
        };
    }
}
