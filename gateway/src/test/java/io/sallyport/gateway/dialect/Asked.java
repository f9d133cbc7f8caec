package io.sallyport.gateway.dialect;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a client remembers of its request when it reads the answer.
 *
 * @param maximumSize Maximum Response Size, or -1
 */
record Asked(Version version, long maximumSize, List<Item> items) {

    /**
     * A batch item.
     *
     * @param attributes names of the attributes that are asked for
     * @param identifier of the object, or null
     * @param maximumItems of Locate, or -1
     */
    record Item(int operation, @Nullable WireValue batchItemId, List<String> attributes,
            @Nullable String identifier, long maximumItems) {

        boolean is(String name) {
            return operation == SpecTables.get().code("Operation", name);
        }
    }

    /** Reads a request; one that can't be read is no question. */
    static Asked of(byte[] request) throws Objection {
        WireItem message = WireReader.read(request);
        WireItem header = message.need("RequestHeader");
        WireItem version = header.need("ProtocolVersion");
        WireItem size = header.child("MaximumResponseSize");
        List<Item> items = new ArrayList<>();
        for (WireItem item : message.all("BatchItem")) {
            items.add(item(item));
        }
        return new Asked(
                new Version((int) version.need("ProtocolVersionMajor").leaf().number(),
                        (int) version.need("ProtocolVersionMinor").leaf().number()),
                size == null ? -1 : size.leaf().number(), items);
    }

    private static Item item(WireItem item) throws Objection {
        WireItem payload = item.need("RequestPayload");
        WireItem id = item.child("UniqueBatchItemID");
        WireItem identifier = payload.child("UniqueIdentifier");
        WireItem maximum = payload.child("MaximumItems");
        List<String> attributes = new ArrayList<>();
        for (WireItem name : payload.all("AttributeName")) {
            attributes.add(name.leaf().text());
        }
        return new Item((int) item.need("Operation").leaf().number(),
                id == null ? null : id.leaf(), attributes,
                identifier == null ? null : identifier.leaf().text(),
                maximum == null ? -1 : maximum.leaf().number());
    }
}
