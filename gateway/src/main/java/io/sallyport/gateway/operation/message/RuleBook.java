package io.sallyport.gateway.operation.message;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.sallyport.gateway.port.ClientChange;
import io.sallyport.gateway.port.StoredRule;

/** The rules of all partitions in memory. Safe for every thread. */
public final class RuleBook {
    private final Map<String, PartitionRules> byPartition = new ConcurrentHashMap<>();

    /** A book with these rules, and none of the partitions strict. */
    public RuleBook(Collection<StoredRule> stored) {
        this(stored, Set.of());
    }

    /** A book with these rules, and these partitions strict. */
    public RuleBook(Collection<StoredRule> stored, Set<String> strict) {
        for (String partition : strict) {
            byPartition.put(partition, PartitionRules.NONE.strictly());
        }
        for (StoredRule rule : stored) {
            byPartition.merge(rule.partition(), PartitionRules.NONE.with(rule),
                    (known, _) -> known.with(rule));
        }
    }

    /** The rules of a partition. */
    public PartitionRules of(String partition) {
        return byPartition.getOrDefault(partition, PartitionRules.NONE);
    }

    /** Takes over a change that is committed. */
    public void committed(ClientChange.SetRule change) {
        byPartition.compute(change.partition(),
                (_, known) -> changed(known == null ? PartitionRules.NONE : known, change));
    }

    /** The rules after a change. */
    public static PartitionRules changed(PartitionRules rules, ClientChange.SetRule change) {
        String text = change.text();
        return text == null
                ? rules.without(change.kind())
                : rules.with(new StoredRule(change.partition(), change.kind(), text));
    }
}
