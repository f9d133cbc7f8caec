package io.sallyport.gateway.dialect;

import java.util.List;

/**
 * Percona Server for MongoDB: libkmip's structures, and Item Not Found as the one reason that means
 * "there is no such key" and not "something is wrong".
 */
final class PsmdbReader implements AnswerReader {
    private final AnswerReader libkmip = new LibkmipReader();

    PsmdbReader() {}

    @Override
    public WireItem read(Asked asked, Received received) throws Objection {
        WireItem message = libkmip.read(asked, received);
        List<WireItem> items = message.all("BatchItem");
        for (int i = 0; i < items.size(); i++) {
            item(asked.items().get(i), items.get(i));
        }
        return message;
    }

    private static void item(Asked.Item asked, WireItem item) throws Objection {
        boolean looksUp = asked.is("Get") || asked.is("GetAttributes");
        if (!StandardReader.succeeded(item)) {
            long reason = item.need("ResultReason").leaf().number();
            if (looksUp && reason != SpecTables.get().code("Result Reason", "ItemNotFound")) {
                throw new Objection("a key that is not there has the reason " + reason);
            }
            return;
        }
        String identifier = item.need("ResponsePayload").need("UniqueIdentifier").leaf().text();
        if (asked.identifier() != null && !identifier.equals(asked.identifier())) {
            throw new Objection("another key is answered");
        }
    }
}
