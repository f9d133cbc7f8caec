package io.sallyport.gateway.dialect;

import java.util.List;

/**
 * The C library libkmip, which reads eight bytes and then, in one call, the rest: pg_tde, Percona
 * Server for MySQL until 2026, Ceph RGW.
 */
final class LibkmipReader implements AnswerReader {
    private static final int IDENTIFIER_MAX = 127;
    private static final int IDENTIFIERS_MAX = 32;

    private final AnswerReader standard = new StandardReader();

    LibkmipReader() {}

    @Override
    public WireItem read(Asked asked, Received received) throws Objection {
        if (received.records().size() != 1) {
            throw new Objection("the answer came in TLS records of " + received.records()
                    + " bytes, and the client reads it in one");
        }
        WireItem message = standard.read(asked, received);
        List<WireItem> items = message.all("BatchItem");
        for (int i = 0; i < items.size(); i++) {
            WireItem payload = items.get(i).child("ResponsePayload");
            if (payload != null) {
                payload(asked.items().get(i), payload);
            }
        }
        return message;
    }

    private static void payload(Asked.Item asked, WireItem payload) throws Objection {
        List<WireItem> identifiers = payload.all("UniqueIdentifier");
        if (identifiers.size() > IDENTIFIERS_MAX) {
            throw new Objection("more than " + IDENTIFIERS_MAX + " identifiers");
        }
        for (WireItem identifier : identifiers) {
            if (identifier.leaf().length() > IDENTIFIER_MAX) {
                throw new Objection("an identifier has " + identifier.leaf().length()
                        + " bytes, and the client keeps " + IDENTIFIER_MAX);
            }
        }
        if (asked.is("Get")) {
            key(payload);
        } else if (asked.is("GetAttributes")) {
            attributes(asked, payload);
        }
    }

    /** Key material alone, not compressed, not wrapped, in the raw or opaque format. */
    private static void key(WireItem payload) throws Objection {
        WireItem object = payload.child("SymmetricKey");
        WireItem block = (object == null ? payload.need("SecretData") : object).need("KeyBlock");
        if (block.child("KeyCompressionType") != null || block.child("KeyWrappingData") != null) {
            throw new Objection("the key block has fields that the client does not read");
        }
        long format = block.need("KeyFormatType").leaf().number();
        if (format != 1 && (object != null || format != 2)) {
            throw new Objection("the key is not raw");
        }
        WireItem value = block.need("KeyValue");
        if (value.children().size() != 1
                || value.children().getFirst().type() != WireType.BYTE_STRING) {
            throw new Objection("the key value has more than key material");
        }
        if (object != null) {
            block.need("CryptographicAlgorithm");
            block.need("CryptographicLength");
        }
    }

    /** The first attribute is the one that was asked for, and there is no other. */
    private static void attributes(Asked.Item asked, WireItem payload) throws Objection {
        List<WireItem> attributes = payload.all("Attribute");
        if (asked.attributes().size() != 1 || attributes.size() != 1
                || !attributes.getFirst().need("AttributeName").leaf().text()
                        .equals(asked.attributes().getFirst())) {
            throw new Objection("not exactly the attribute that was asked for");
        }
    }
}
