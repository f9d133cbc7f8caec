package io.sallyport.gateway.dialect;

/**
 * libmongocrypt, which walks to a tag in the first batch item: from a structure to the first of its
 * children with the next tag of a path, whatever stands around it.
 */
final class LibmongocryptReader implements AnswerReader {
    private final AnswerReader standard = new StandardReader();

    LibmongocryptReader() {}

    @Override
    public WireItem read(Asked asked, Received received) throws Objection {
        WireItem message = standard.read(asked, received);
        WireItem item = message.need("BatchItem");
        if (item.need("ResultStatus").leaf().number() != 0) {
            item.need("ResultReason");
            item.need("ResultMessage");
            return message;
        }
        Asked.Item question = asked.items().getFirst();
        WireItem payload = item.need("ResponsePayload");
        payload.need("UniqueIdentifier");
        if (question.is("Get")) {
            payload.need("SecretData").need("KeyBlock").need("KeyValue").need("KeyMaterial");
        } else if (question.is("Encrypt")) {
            payload.need("Data");
            payload.need("IVCounterNonce");
        } else if (question.is("Decrypt")) {
            payload.need("Data");
        }
        return message;
    }
}
