package io.sallyport.gateway.dialect;

import java.util.List;

/**
 * Clients that ask two things at once and need both answers (ScyllaDB): as many items as were sent,
 * and the algorithm and length with each symmetric key.
 */
final class BatchReader implements AnswerReader {
    private final AnswerReader standard = new StandardReader();

    BatchReader() {}

    @Override
    public WireItem read(Asked asked, Received received) throws Objection {
        WireItem message = standard.read(asked, received);
        List<WireItem> items = message.all("BatchItem");
        if (items.size() != asked.items().size()) {
            throw new Objection(items.size() + " answers to " + asked.items().size());
        }
        for (WireItem item : items) {
            WireItem payload = item.child("ResponsePayload");
            WireItem key = payload == null ? null : payload.child("SymmetricKey");
            if (key != null) {
                key.need("KeyBlock").need("CryptographicAlgorithm");
                key.need("KeyBlock").need("CryptographicLength");
            }
        }
        return message;
    }
}
