package io.sallyport.gateway.bench;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.port.AttributeForm;
import io.sallyport.gateway.port.StoredObject;
import io.sallyport.gateway.store.SealedFixture;
import io.sallyport.hsm.object.KeyDates;
import io.sallyport.hsm.object.KeyState;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.hsm.object.Protection;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.CryptographicAlgorithm;
import io.sallyport.kmip.model.CryptographicUsageMask;

/**
 * The keys of a large partition, by number: one in ten 3DES, else AES; one in ten pre-active, one
 * in twenty deactivated, one in twenty destroyed, else active; half of them in one group, of which
 * all but one in five hundred were handed out; each with a name, a group and a ticket of its own.
 */
final class ManyKeys {
    static final long FIRST_DATE = 1_600_000_000L;
    static final String POOL = "pool";

    private static final String PARTITION = "default";
    private static final int KIND = 20;

    private ManyKeys() {}

    static Attribute name(int number) {
        return Attribute.name("payments/table-" + number);
    }

    static Attribute ticket(int number) {
        return Attribute.vendor("x", "ticket", "CHG-" + number);
    }

    static Attribute group(String name) {
        return Attribute.text(AttributeType.OBJECT_GROUP, name);
    }

    /** A key; its date is as many seconds after {@link #FIRST_DATE} as its number says. */
    static StoredObject key(int number) {
        KeyState state = switch (number % KIND) {
            case 3, 13 -> KeyState.PRE_ACTIVE;
            case 7 -> KeyState.DEACTIVATED;
            case 17 -> KeyState.DESTROYED;
            default -> KeyState.ACTIVE;
        };
        long made = FIRST_DATE + number;
        @Nullable
        Long activated = state == KeyState.PRE_ACTIVE ? null : Long.valueOf(made);
        @Nullable
        Long ended = state == KeyState.DEACTIVATED ? Long.valueOf(made + 1) : null;
        @Nullable
        Long destroyed = state == KeyState.DESTROYED ? Long.valueOf(made + 2) : null;
        KeyDates dates = new KeyDates(made, activated, null, null, ended, destroyed, null, null);
        List<Attribute> attributes = new ArrayList<>(List.of(name(number), ticket(number),
                Attribute.vendor("x", "environment", number % 4 == 0 ? "test" : "production")));
        if (number % 2 == 0) {
            attributes.add(group(POOL));
            if (number % 1_000 != 0) {
                attributes.add(Attribute.bool(AttributeType.FRESH, false));
            }
        } else {
            attributes.add(group("team-" + number % 101));
        }
        AttributeList list = new AttributeList(attributes);
        CryptographicAlgorithm algorithm = number % 10 == 9
                ? CryptographicAlgorithm.DES3
                : CryptographicAlgorithm.AES;
        return SealedFixture.seal(new ObjectHeader(id(number), PARTITION, 1, 2, 1,
                algorithm.code(), 256,
                CryptographicUsageMask.ENCRYPT | CryptographicUsageMask.DECRYPT, state, dates,
                Protection.EXTRACTABLE, AttributeForm.digest(list)), list);
    }

    /** Identifiers are in no order, as those that the gateway makes. */
    private static String id(int number) {
        return UUID.nameUUIDFromBytes(ByteBuffer.allocate(4).putInt(number).array()).toString();
    }
}
