package io.sallyport.gateway.dialect;

/**
 * Clients that ask several things at once (ScyllaDB, VMware): they count the answers, as {@link
 * StandardReader} does, and need algorithm and length with each symmetric key.
 */
final class BatchReader implements AnswerReader {
    private final AnswerReader standard = new StandardReader();

    BatchReader() {}

    @Override
    public WireItem read(Asked asked, Received received) throws Objection {
        WireItem message = standard.read(asked, received);
        for (WireItem item : message.all("BatchItem")) {
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
