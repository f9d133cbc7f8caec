package io.sallyport.gateway.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.admin.AdminClient;
import io.sallyport.gateway.admin.AdminException;
import io.sallyport.gateway.doctor.Finding;
import io.sallyport.gateway.doctor.KeyCheck;
import io.sallyport.gateway.doctor.KeyFacts;
import io.sallyport.gateway.doctor.KeyFinding;
import io.sallyport.gateway.doctor.KeyUse;
import io.sallyport.gateway.doctor.Printable;
import io.sallyport.gateway.port.EnrolledCertificate;
import io.sallyport.kmip.message.payload.GetAttributes;
import io.sallyport.kmip.message.payload.Locate;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeName;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.State;
import io.sallyport.kmip.model.UniqueIdentifier;

/**
 * Looks at the keys of a client's partition, as the operator: those that would make a database
 * fail, or the one that it asks for by name.
 *
 * @param client a client that is enrolled
 * @param certificates all certificates of all clients
 */
record PartitionExamination(AdminClient gateway, String client,
        List<EnrolledCertificate> certificates, Instant now) {
    private static final int EXAMPLES = 5;
    private static final int NAMESAKES_MAX = 16;
    private static final long FAR_SECONDS = 253_402_300_799L;

    /** @param key name of a key, or null to look at the whole partition */
    List<Finding> run(@Nullable String key, KeyUse use) throws AdminException, CommandException {
        String partition = certificates.stream().filter(one -> one.client().equals(client))
                .map(EnrolledCertificate::partition).findFirst().orElse("default");
        return key == null ? states(partition) : named(partition, key, use);
    }

    private List<Finding> states(String partition) throws AdminException, CommandException {
        OperatorKeys keys = new OperatorKeys(gateway, partition);
        List<Finding> findings = new ArrayList<>();
        for (State state : List.of(State.PRE_ACTIVE, State.DEACTIVATED)) {
            String examples = examples(keys, state(state));
            if (!examples.isEmpty()) {
                findings.add(new KeyFinding.KeysNotActive(partition, state.xmlName(), examples));
            }
        }
        String compromised = examples(keys, state(State.COMPROMISED));
        if (!compromised.isEmpty()) {
            findings.add(new KeyFinding.KeysCompromised(partition, compromised));
        }
        String stopped = examples(keys, state(State.ACTIVE),
                Attribute.date(AttributeType.PROTECT_STOP_DATE, 0),
                Attribute.date(AttributeType.PROTECT_STOP_DATE, now.getEpochSecond()));
        if (!stopped.isEmpty()) {
            findings.add(
                    new KeyFinding.KeysOutsideDates(partition, "Protect Stop Date", stopped));
        }
        String waiting = examples(keys, state(State.ACTIVE),
                Attribute.date(AttributeType.PROCESS_START_DATE, now.getEpochSecond() + 1),
                Attribute.date(AttributeType.PROCESS_START_DATE, FAR_SECONDS));
        if (!waiting.isEmpty()) {
            findings.add(
                    new KeyFinding.KeysOutsideDates(partition, "Process Start Date", waiting));
        }
        return findings;
    }

    private static Attribute state(State state) {
        return Attribute.enumeration(AttributeType.STATE, state);
    }

    /** A few of the keys that match, by identifier and name; empty if there are none. */
    private static String examples(OperatorKeys keys, Attribute... filter)
            throws AdminException, CommandException {
        List<String> ids = keys.call(new Locate.Request(EXAMPLES + 1, null, null, null,
                AttributeList.of(filter)), Locate.Response.class).uniqueIdentifiers();
        List<String> words = new ArrayList<>();
        for (String id : ids.subList(0, Math.min(EXAMPLES, ids.size()))) {
            List<String> names = keys.call(new GetAttributes.Request(UniqueIdentifier.of(id),
                    List.of(AttributeName.of(AttributeType.NAME))), GetAttributes.Response.class)
                    .attributes().names();
            words.add(Printable.cut(id) + (names.isEmpty() ? ""
                    : " (" + Printable.cut(names.getFirst()) + ")"));
        }
        return String.join(", ", words) + (ids.size() > EXAMPLES ? " and more" : "");
    }

    private List<Finding> named(String partition, String name, KeyUse use)
            throws AdminException, CommandException {
        List<KeyFacts> found = find(partition, name);
        if (found.isEmpty()) {
            Set<String> others = new TreeSet<>(
                    certificates.stream().map(EnrolledCertificate::partition).toList());
            others.add("default");
            others.remove(partition);
            for (String other : others) {
                if (!find(other, name).isEmpty()) {
                    return List.of(new KeyFinding.KeyElsewhere(name, client, partition, other));
                }
            }
        }
        return KeyCheck.findings(name, found, use, now);
    }

    private List<KeyFacts> find(String partition, String name)
            throws AdminException, CommandException {
        OperatorKeys keys = new OperatorKeys(gateway, partition);
        List<String> ids = new ArrayList<>(located(keys, Attribute.name(name)));
        for (State gone : KeyFacts.GONE) {
            if (ids.isEmpty()) {
                located(keys, Attribute.name(name), state(gone)).stream().limit(1)
                        .forEach(ids::add);
            }
        }
        List<KeyFacts> found = new ArrayList<>();
        for (String id : ids) {
            found.add(KeyFacts.of(Printable.cut(id), keys.call(
                    new GetAttributes.Request(UniqueIdentifier.of(id), KeyFacts.ATTRIBUTES),
                    GetAttributes.Response.class).attributes()));
        }
        return found;
    }

    private static List<String> located(OperatorKeys keys, Attribute... filter)
            throws AdminException, CommandException {
        return keys.call(new Locate.Request(NAMESAKES_MAX, null, null, null,
                AttributeList.of(filter)), Locate.Response.class).uniqueIdentifiers();
    }
}
