package io.sallyport.kmip.conformance;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Remembers which objects of a case have material that the server made: their bytes and digests,
 * and what is encrypted under them, can't be as printed. The same holds for what is encrypted with
 * an IV that the server made, and for random numbers. Cases that go on where another stopped share
 * one. Not thread-safe.
 */
public final class ServerMade {
    private static final Set<String> MAKING_OPERATIONS = Set.of("Create", "CreateKeyPair", "ReKey",
            "ReKeyKeyPair", "Certify", "ReCertify", "CreateSplitKey");
    private static final Set<String> ISSUING_OPERATIONS = Set.of("Certify", "ReCertify");

    private final Set<String> identifiers = new HashSet<>();
    private final Set<String> certificates = new HashSet<>();
    private final Set<String> randomised = new HashSet<>();
    private boolean ownBytes;

    /** Nothing is made yet. */
    public ServerMade() {}

    /** Takes note of what a request made. */
    void learn(XmlNode request, XmlNode response) {
        List<XmlNode> asked = items(request);
        List<XmlNode> answered = items(response);
        for (int i = 0; i < Math.min(asked.size(), answered.size()); i++) {
            String operation = asked.get(i).text("Operation");
            Optional<XmlNode> payload = answered.get(i).child("ResponsePayload");
            if (MAKING_OPERATIONS.contains(operation)) {
                payload.ifPresent(made -> note(made, identifiers));
            }
            if (ISSUING_OPERATIONS.contains(operation)) {
                payload.ifPresent(made -> note(made, certificates));
            }
            boolean ownIv = operation.equals("Encrypt")
                    && payload.filter(made -> made.child("IVCounterNonce").isPresent()).isPresent();
            if (operation.equals("Register") && isRandomised(asked.get(i))) {
                payload.ifPresent(made -> note(made, randomised));
            }
            ownBytes = ownIv || operation.equals("RNGRetrieve")
                    || (operation.equals("Encrypt") && payload
                            .filter(made -> randomised.contains(made.text("UniqueIdentifier")))
                            .isPresent());
        }
    }

    /** Whether a key is for OAEP, which encrypts the same data to other bytes each time. */
    private static boolean isRandomised(XmlNode item) {
        return item.toXml().contains("value=\"OAEP\"");
    }

    private static void note(XmlNode payload, Set<String> made) {
        for (XmlNode field : payload.children()) {
            if (field.name().endsWith("UniqueIdentifier") && field.value() != null) {
                made.add(field.value());
            }
        }
    }

    /** Whether bytes in an answer about this object may differ from the printed ones. */
    boolean concerns(String identifier) {
        return ownBytes || identifiers.contains(identifier);
    }

    /** Whether the server issued this certificate: issuer, number and length are its own. */
    boolean issued(String identifier) {
        return certificates.contains(identifier);
    }

    private static List<XmlNode> items(XmlNode message) {
        return message.children().stream().filter(child -> child.name().equals("BatchItem"))
                .toList();
    }
}
