package io.sallyport.gateway.doctor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.model.CryptographicUsageMask;

/** Whether a database can use the key that it asks for by name. Stateless. */
public final class KeyCheck {
    private KeyCheck() {}

    /**
     * What keeps a database from using a key.
     *
     * @param found every object that the name leads to
     * @param now by the server's clock
     */
    public static List<Finding> findings(String name, List<KeyFacts> found, KeyUse use,
            Instant now) {
        if (found.isEmpty()) {
            return List.of(new KeyFinding.KeyMissing(name));
        }
        if (found.size() > 1) {
            return List.of(new KeyFinding.KeyDuplicate(name,
                    found.stream().map(KeyFacts::id).toList()));
        }
        List<Finding> findings = new ArrayList<>();
        KeyFacts key = found.getFirst();
        state(name, key, use, findings);
        // A key that is out of service anyway is not explained twice.
        if (findings.isEmpty()) {
            dates(name, key, now, findings);
        }
        switch (use) {
            case ENCRYPT -> usage(name, key, findings);
            case GET -> extraction(name, key, findings);
        }
        return findings;
    }

    private static void state(String name, KeyFacts key, KeyUse use, List<Finding> findings) {
        switch (key.state()) {
            case PRE_ACTIVE -> findings.add(switch (use) {
                case ENCRYPT -> new KeyFinding.KeyPreActive(name, key.id());
                case GET -> new KeyFinding.KeyNotActivated(name, key.id());
            });
            case DEACTIVATED -> findings.add(
                    new KeyFinding.KeyDeactivated(name, key.id(), since(key.deactivation())));
            case COMPROMISED -> findings.add(
                    new KeyFinding.KeyCompromised(name, key.id(), since(key.compromise())));
            case DESTROYED, DESTROYED_COMPROMISED ->
                findings.add(new KeyFinding.KeyDestroyed(name, key.id()));
            case ACTIVE -> {
            }
            case null -> {
            }
        }
    }

    private static void dates(String name, KeyFacts key, Instant now, List<Finding> findings) {
        if (key.processStart() != null && key.processStart().isAfter(now)) {
            findings.add(new KeyFinding.KeyNotStarted(name, key.id(), key.processStart()));
        }
        if (key.protectStop() != null && !key.protectStop().isAfter(now)) {
            findings.add(new KeyFinding.KeyProtectStopped(name, key.id(), key.protectStop()));
        }
    }

    private static void usage(String name, KeyFacts key, List<Finding> findings) {
        Integer mask = key.usageMask();
        if (mask == null) {
            return;
        }
        List<String> lacking = new ArrayList<>();
        if ((mask & CryptographicUsageMask.ENCRYPT) == 0) {
            lacking.add("Encrypt");
        }
        if ((mask & CryptographicUsageMask.DECRYPT) == 0) {
            lacking.add("Decrypt");
        }
        if (!lacking.isEmpty()) {
            findings.add(new KeyFinding.KeyUsageLacks(name, key.id(), lacking));
        }
    }

    private static void extraction(String name, KeyFacts key, List<Finding> findings) {
        if (Boolean.FALSE.equals(key.extractable()) || Boolean.TRUE.equals(key.sensitive())) {
            findings.add(new KeyFinding.KeyNotExtractable(name, key.id()));
        }
    }

    private static String since(@Nullable Instant date) {
        return date == null ? "a time that is not told" : date.toString();
    }
}
