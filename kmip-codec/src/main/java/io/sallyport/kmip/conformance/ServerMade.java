package io.sallyport.kmip.conformance;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Remembers which objects of a case have material that the server made: their bytes and digests
 * can't be as printed.
 */
final class ServerMade {
    private static final Set<String> MAKING_OPERATIONS = Set.of("Create", "CreateKeyPair", "ReKey",
            "ReKeyKeyPair", "Certify", "ReCertify");

    private final Set<String> identifiers = new HashSet<>();

    /** Takes note of what a request made. */
    void learn(XmlNode request, XmlNode response) {
        List<XmlNode> asked = items(request);
        List<XmlNode> answered = items(response);
        for (int i = 0; i < Math.min(asked.size(), answered.size()); i++) {
            if (MAKING_OPERATIONS.contains(asked.get(i).text("Operation"))) {
                answered.get(i).child("ResponsePayload").ifPresent(this::note);
            }
        }
    }

    private void note(XmlNode payload) {
        for (XmlNode field : payload.children()) {
            if (field.name().endsWith("UniqueIdentifier") && field.value() != null) {
                identifiers.add(field.value());
            }
        }
    }

    boolean contains(String identifier) {
        return identifiers.contains(identifier);
    }

    private static List<XmlNode> items(XmlNode message) {
        return message.children().stream().filter(child -> child.name().equals("BatchItem"))
                .toList();
    }
}
