package io.sallyport.gateway.dialect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Answers and questions that a test writes down, right or wrong, in the form of the files. */
final class Planted {
    private static final String ID = "\"6f1e0c3a-0001\"";

    private Planted() {}

    /** A request in this version for the state of a key; at most so many bytes may come back. */
    static Asked stateAsked(int minor, int maximum) throws Objection {
        return asked(header("RequestHeader", minor,
                "MaximumResponseSize " + maximum), "  BatchItem",
                "    Operation GetAttributes",
                "    RequestPayload { UniqueIdentifier " + ID + ", AttributeName \"State\" }");
    }

    /** A request in this version for a key. */
    static Asked keyAsked(int minor) throws Objection {
        return asked(header("RequestHeader", minor), "  BatchItem { Operation Get, RequestPayload"
                + " { UniqueIdentifier " + ID + " } }");
    }

    /** A request for at most two objects. */
    static Asked listAsked(int minor) throws Objection {
        return asked(header("RequestHeader", minor),
                "  BatchItem { Operation Locate, RequestPayload { MaximumItems 2 } }");
    }

    /** A key and its attributes in one message. */
    static Asked bothAsked() throws Objection {
        List<String> header = header("RequestHeader", 4);
        header.set(2, "    BatchCount 2");
        return asked(header, "  BatchItem { Operation Get, UniqueBatchItemID x'01', RequestPayload"
                + " { UniqueIdentifier " + ID + " } }",
                "  BatchItem { Operation GetAttributes, UniqueBatchItemID x'02', RequestPayload"
                        + " { UniqueIdentifier " + ID + " } }");
    }

    private static Asked asked(List<String> header, String... items) throws Objection {
        return Asked.of(message("RequestMessage", header, items).bytes());
    }

    /** The state of the key, in an answer that no reader objects to. */
    static List<String> state(int minor) {
        return answer(minor, "  BatchItem", "    Operation GetAttributes",
                "    ResultStatus Success", "    ResponsePayload", "      UniqueIdentifier " + ID,
                "      Attribute { AttributeName \"State\", AttributeValue State.Active }");
    }

    /** The key. */
    static List<String> key(int minor) {
        return answer(minor, "  BatchItem", "    Operation Get", "    ResultStatus Success",
                "    ResponsePayload", "      ObjectType SymmetricKey",
                "      UniqueIdentifier " + ID, "      SymmetricKey", "        KeyBlock",
                "          KeyFormatType Raw",
                "          KeyValue { KeyMaterial x'00112233445566778899aabbccddeeff' }",
                "          CryptographicAlgorithm AES", "          CryptographicLength 128");
    }

    /** A failure. */
    static List<String> failure(String operation, String reason) {
        return answer(0, "  BatchItem", "    Operation " + operation,
                "    ResultStatus OperationFailed", "    ResultReason " + reason,
                "    ResultMessage \"no\"");
    }

    /** Identifiers that were found. */
    static List<String> located(int minor, String... identifiers) {
        List<String> lines = answer(minor, "  BatchItem", "    Operation Locate",
                "    ResultStatus Success", "    ResponsePayload");
        for (String identifier : identifiers) {
            lines.add("      UniqueIdentifier \"" + identifier + '"');
        }
        return lines;
    }

    /** A key and its attributes. */
    static List<String> both() {
        List<String> lines = answer(4, "  BatchItem", "    Operation Get",
                "    UniqueBatchItemID x'01'");
        List<String> key = key(4);
        lines.addAll(key.subList(key.indexOf("    ResultStatus Success"), key.size()));
        lines.addAll(List.of("  BatchItem", "    Operation GetAttributes",
                "    UniqueBatchItemID x'02'"));
        List<String> state = state(4);
        lines.addAll(state.subList(state.indexOf("    ResultStatus Success"), state.size()));
        lines.set(lines.indexOf("    BatchCount 1"), "    BatchCount 2");
        return lines;
    }

    private static List<String> answer(int minor, String... items) {
        List<String> lines = new ArrayList<>(List.of("ResponseMessage"));
        lines.addAll(header("ResponseHeader", minor, "TimeStamp @1800000000"));
        lines.addAll(Arrays.asList(items));
        return lines;
    }

    private static List<String> header(String name, int minor, String... fields) {
        List<String> lines = new ArrayList<>(List.of("  " + name,
                "    ProtocolVersion { ProtocolVersionMajor 1, ProtocolVersionMinor " + minor
                        + " }"));
        for (String field : fields) {
            lines.add("    " + field);
        }
        lines.add("    BatchCount 1");
        return lines;
    }

    private static Received message(String name, List<String> header, String... items) {
        List<String> lines = new ArrayList<>(List.of(name));
        lines.addAll(header);
        lines.addAll(Arrays.asList(items));
        return received(lines);
    }

    /** The bytes of these lines, as if they had come in one record. */
    static Received received(List<String> lines) {
        byte[] bytes = bytes(lines);
        return Received.of(bytes, List.of(bytes.length));
    }

    /** The bytes of these lines. */
    static byte[] bytes(List<String> lines) {
        return new RequestWriter(new Variables()).write(new ItemParser().items(lines));
    }
}
