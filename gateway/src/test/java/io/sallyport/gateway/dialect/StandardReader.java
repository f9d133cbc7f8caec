package io.sallyport.gateway.dialect;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The rules that hold for every client of KMIP 1.x, and what PyKMIP and its like ask for: a well
 * formed message in the version of the request, with every field in its place and nothing that the
 * version does not define.
 */
final class StandardReader implements AnswerReader {
    private static final Version NEWEST = new Version(1, 4);

    StandardReader() {}

    @Override
    public WireItem read(Asked asked, Received received) throws Objection {
        if (NEWEST.before(asked.version())) {
            throw new Objection("this reader knows nothing newer than " + NEWEST);
        }
        if (asked.maximumSize() >= 0 && received.length() > asked.maximumSize()) {
            throw new Objection("the answer has " + received.length() + " bytes, though "
                    + asked.maximumSize() + " are the most that the client takes");
        }
        WireItem message = WireReader.read(received.bytes());
        if (!message.is("ResponseMessage")) {
            throw new Objection("this is no response");
        }
        version(asked, message);
        Shapes.get().check(message, asked.version());
        onlyWhatTheVersionHas(message, null, asked.version());
        batch(asked, message);
        return message;
    }

    private static void version(Asked asked, WireItem message) throws Objection {
        WireItem version = message.need("ResponseHeader").need("ProtocolVersion");
        Version answered =
                new Version((int) version.need("ProtocolVersionMajor").leaf().number(),
                        (int) version.need("ProtocolVersionMinor").leaf().number());
        if (!answered.equals(asked.version())) {
            throw new Objection("asked in " + asked.version() + ", answered in " + answered);
        }
    }

    /** Tags and values of enumerations; an attribute's value is one of its attribute. */
    private static void onlyWhatTheVersionHas(WireItem item, @Nullable String attribute,
            Version version) throws Objection {
        SpecTables tables = SpecTables.get();
        SpecTables.Row row = tables.row(item.tag());
        if (row == null || !row.in(version)) {
            throw new Objection("the tag " + tables.nameOf(item.tag()) + " is not one of "
                    + version);
        }
        if (item.type() == WireType.ENUMERATION) {
            value(item, attribute, version);
        }
        String inner = item.is("Attribute")
                ? item.need("AttributeName").leaf().text()
                : null;
        for (WireItem child : item.children()) {
            onlyWhatTheVersionHas(child, inner, version);
        }
    }

    private static void value(WireItem item, @Nullable String attribute, Version version)
            throws Objection {
        SpecTables tables = SpecTables.get();
        Integer tag = item.is("AttributeValue") && attribute != null
                ? tables.tagOfAttribute(attribute)
                : Integer.valueOf(item.tag());
        if (tag == null) {
            return;
        }
        int code = (int) item.leaf().number();
        SpecTables.Row row = tables.value(tables.enumeration(tag), code);
        if (row == null || !row.in(version)) {
            throw new Objection(String.format("%s is 0x%08X, which is not a value of %s",
                    tables.nameOf(tag), code, version));
        }
    }

    private static void batch(Asked asked, WireItem message) throws Objection {
        List<WireItem> items = message.all("BatchItem");
        long count = message.need("ResponseHeader").need("BatchCount").leaf().number();
        if (count != items.size()) {
            throw new Objection("the batch count is " + count + " for " + items.size());
        }
        if (items.size() > asked.items().size()) {
            throw new Objection(items.size() + " answers to " + asked.items().size());
        }
        for (int i = 0; i < items.size(); i++) {
            item(asked.items().get(i), items.get(i));
        }
        boolean failed = !succeeded(items.getLast());
        if (items.size() < asked.items().size() && !failed) {
            throw new Objection(items.size() + " answers to " + asked.items().size()
                    + ", and no failure");
        }
    }

    private static void item(Asked.Item asked, WireItem item) throws Objection {
        if (item.need("Operation").leaf().number() != asked.operation()) {
            throw new Objection("another operation is answered");
        }
        WireItem id = item.child("UniqueBatchItemID");
        if (asked.batchItemId() == null ? id != null
                : id == null || !id.leaf().equals(asked.batchItemId())) {
            throw new Objection("the Unique Batch Item ID is not the one that was sent");
        }
        boolean failed = !succeeded(item);
        if (failed != (item.child("ResultReason") != null)) {
            throw new Objection(failed ? "a failure has no reason" : "a success has a reason");
        }
        if (failed ? item.child("ResponsePayload") != null
                : item.child("ResponsePayload") == null) {
            throw new Objection(failed ? "a failure has a payload" : "a success has none");
        }
        if (!failed && item.child("ResultMessage") != null) {
            throw new Objection("a success has a message");
        }
        located(asked, item);
    }

    private static void located(Asked.Item asked, WireItem item) throws Objection {
        WireItem payload = item.child("ResponsePayload");
        if (asked.is("Locate") && payload != null && asked.maximumItems() >= 0
                && payload.all("UniqueIdentifier").size() > asked.maximumItems()) {
            throw new Objection("more identifiers than Maximum Items");
        }
    }

    /** Whether the item says Success. */
    static boolean succeeded(WireItem item) throws Objection {
        return item.need("ResultStatus").leaf().number() == 0;
    }
}
