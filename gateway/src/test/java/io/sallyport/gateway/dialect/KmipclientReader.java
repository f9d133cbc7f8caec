package io.sallyport.gateway.dialect;

import java.util.List;

/**
 * Percona's C++ client of 2026: sends two items at once, finds each by its Unique Batch Item ID and
 * takes no key without State.
 */
final class KmipclientReader implements AnswerReader {
    private final AnswerReader batches = new BatchReader();

    KmipclientReader() {}

    @Override
    public WireItem read(Asked asked, Received received) throws Objection {
        WireItem message = batches.read(asked, received);
        List<WireItem> items = message.all("BatchItem");
        for (int i = 0; i < items.size(); i++) {
            WireItem payload = items.get(i).child("ResponsePayload");
            if (asked.items().get(i).is("GetAttributes") && payload != null && !hasState(payload)) {
                throw new Objection("Required attribute 'State' missing");
            }
        }
        return message;
    }

    private static boolean hasState(WireItem payload) throws Objection {
        for (WireItem attribute : payload.all("Attribute")) {
            if (attribute.need("AttributeName").leaf().text().equals("State")) {
                return true;
            }
        }
        return false;
    }
}
