package io.sallyport.kmip.conformance;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.sallyport.kmip.model.KmipVersion;

/** Compares one answer with the printed one, field by field. */
final class ResponseComparison {
    private static final Set<String> OPTIONAL_HEADER_FIELDS = Set.of("ClientCorrelationValue",
            "ServerCorrelationValue", "TimeStamp");
    private static final Set<String> SERVER_BYTES = Set.of("KeyMaterial", "DigestValue", "Key",
            "KeyValue", "IVCounterNonce", "Data", "AuthenticatedEncryptionTag");
    /** The numbers of a key in a transparent form (KMIP 1.2, 2.1.7). */
    private static final Set<String> SERVER_NUMBERS = Set.of("Modulus", "PrivateExponent", "P", "Q",
            "PrimeExponentP", "PrimeExponentQ", "CRTCoefficient", "D");
    private static final Set<String> ISSUER_FACTS = Set.of("Certificate Identifier",
            "Certificate Issuer", "Certificate Length", "X.509 Certificate Identifier",
            "X.509 Certificate Issuer");
    private static final Set<String> IDENTIFIERS = Set.of("UniqueIdentifier",
            "AsynchronousCorrelationValue");
    private static final long CLOCK_TOLERANCE_SECONDS = 120;
    /** In hexadecimal digits: two keys of one length differ in the zeros before their numbers. */
    private static final int ENCODING_TOLERANCE = 16;

    private final Variables variables;
    private static final String CORRELATION = "AsynchronousCorrelationValue";
    /** How far the server has come with a request that it began depends on its speed. */
    private static final Set<String> STARTED = Set.of("inprocess", "completed");

    private final Set<Leniency> leniencies;
    private final List<String> differences;
    private final ServerMade serverMade;
    private final Set<String> asked;

    ResponseComparison(Variables variables, Set<Leniency> leniencies, List<String> differences,
            ServerMade serverMade) {
        this(variables, leniencies, differences, serverMade, Set.of());
    }

    /**
     * A comparison of the answer to a request.
     *
     * @param asked the values that stand in the request
     */
    ResponseComparison(Variables variables, Set<Leniency> leniencies, List<String> differences,
            ServerMade serverMade, Set<String> asked) {
        this.variables = variables;
        this.leniencies = leniencies;
        this.differences = differences;
        this.serverMade = serverMade;
        this.asked = asked;
    }

    /** Adds every difference to the list given to the constructor. */
    void compare(XmlNode expected, XmlNode actual) {
        List<XmlNode> expectedItems = named(expected, "BatchItem");
        List<XmlNode> actualItems = named(actual, "BatchItem");
        header(expected, actual);
        if (expectedItems.size() != actualItems.size()) {
            differences.add("printed " + expectedItems.size() + " batch items, got "
                    + actualItems.size() + describe(actualItems));
            return;
        }
        for (int i = 0; i < expectedItems.size(); i++) {
            item("item " + i, expectedItems.get(i), actualItems.get(i),
                    VersionedValues.version(actual));
        }
    }

    /** The same for a request that the server sent. */
    void compareRequest(XmlNode expected, XmlNode actual) {
        List<XmlNode> expectedItems = named(expected, "BatchItem");
        List<XmlNode> actualItems = named(actual, "BatchItem");
        if (expectedItems.size() != actualItems.size()) {
            differences.add("printed " + expectedItems.size() + " batch items, asked "
                    + actualItems.size());
            return;
        }
        for (int i = 0; i < expectedItems.size(); i++) {
            XmlNode printed = expectedItems.get(i);
            XmlNode asked = actualItems.get(i);
            Optional<XmlNode> payload = asked.child("RequestPayload");
            if (!printed.text("Operation").equals(asked.text("Operation"))
                    || payload.isEmpty()) {
                differences.add("item " + i + ": printed " + printed.text("Operation")
                        + ", asked " + asked.text("Operation"));
            } else {
                requestPayload("item " + i, printed, payload.get());
            }
        }
    }

    private void requestPayload(String place, XmlNode printed, XmlNode asked) {
        XmlNode expected = printed.child("RequestPayload").orElse(asked);
        switch (printed.text("Operation")) {
            case "Put", "Notify" -> unordered(place, expected, asked,
                    asked.text("UniqueIdentifier"));
            default -> sequence(place, expected.children(), asked.children(), "");
        }
    }

    private static String describe(List<XmlNode> items) {
        return items.stream().map(item -> " [" + item.text("Operation") + " "
                + item.text("ResultStatus") + " " + item.text("ResultReason") + "]")
                .reduce("", String::concat);
    }

    private void header(XmlNode expected, XmlNode actual) {
        Optional<XmlNode> printed = expected.child("ResponseHeader");
        Optional<XmlNode> got = actual.child("ResponseHeader");
        if (printed.isEmpty() || got.isEmpty()) {
            differences.add("no response header");
            return;
        }
        List<XmlNode> left = without(printed.get().children());
        List<XmlNode> right = without(got.get().children());
        if (left.size() + right.size() < printed.get().children().size()
                + got.get().children().size()) {
            leniencies.add(Leniency.OPTIONAL_FIELD);
        }
        sequence("header", left, right, "");
    }

    private static List<XmlNode> without(List<XmlNode> fields) {
        return fields.stream().filter(field -> !OPTIONAL_HEADER_FIELDS.contains(field.name()))
                .toList();
    }

    private void item(String place, XmlNode expected, XmlNode actual,
            Optional<KmipVersion> version) {
        for (String field : List.of("Operation", "UniqueBatchItemID", "ResultStatus",
                "ResultReason")) {
            if (field.equals("Operation") && expected.child(field).isEmpty()
                    && expected.text("ResultStatus").equals("OperationFailed")) {
                leniencies.add(Leniency.OPTIONAL_FIELD);
            } else if (!PrintedValues.folded(expected.text(field))
                    .equals(PrintedValues.folded(actual.text(field)))) {
                differences.add(place + ": " + field + " printed '" + expected.text(field)
                        + "', got '" + actual.text(field) + "' " + actual.text("ResultMessage"));
            }
        }
        if (!expected.text("ResultMessage").equals(actual.text("ResultMessage"))) {
            leniencies.add(Leniency.RESULT_MESSAGE);
        }
        correlations(place, named(expected, CORRELATION), named(actual, CORRELATION));
        Optional<XmlNode> printed = expected.child("ResponsePayload");
        Optional<XmlNode> got = actual.child("ResponsePayload");
        if (printed.isPresent() && got.isPresent()) {
            payload(place, expected.text("Operation"), printed.get(), got.get(), version);
        } else if (printed.map(node -> !node.children().isEmpty()).orElse(false)
                || got.map(node -> !node.children().isEmpty()).orElse(false)) {
            differences.add(place + ": a payload " + (got.isPresent() ? "not printed" : "missing"));
        }
    }

    /** Each request that is submitted gets a value of its own; cases use one variable for all. */
    private void correlations(String place, List<XmlNode> expected, List<XmlNode> actual) {
        for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
            String printed = String.valueOf(expected.get(i).value());
            if (Variables.isVariable(printed)) {
                variables.bind(printed, String.valueOf(actual.get(i).value()));
            }
        }
        sequence(place, expected, actual, "");
    }

    private void payload(String place, String operation, XmlNode expected, XmlNode actual,
            Optional<KmipVersion> version) {
        String identifier = actual.text("UniqueIdentifier");
        switch (operation) {
            case "Query" -> subset(place, expected, actual, version);
            case "GetAttributes", "GetAttributeList", "Export" -> unordered(place, expected, actual,
                    identifier);
            case "Locate", "DiscoverVersions" -> anyOrder(place, expected, actual);
            default -> sequence(place, expected.children(), actual.children(), identifier);
        }
    }

    /** Every printed capability must be there; the server may have more and another name. */
    private void subset(String place, XmlNode expected, XmlNode actual,
            Optional<KmipVersion> version) {
        Set<String> free = Set.of("VendorIdentification", "ServerInformation",
                "ApplicationNamespace", "ExtensionInformation");
        List<XmlNode> left = new ArrayList<>(actual.children());
        for (XmlNode field : expected.children()) {
            if (free.contains(field.name())) {
                leniencies.add(Leniency.SERVER_INFORMATION);
            } else if (version.filter(of -> VersionedValues.isOther(field, of)).isPresent()) {
                leniencies.add(Leniency.OTHER_VERSION);
            } else if (!takeMatch(field, left, "")) {
                differences.add(place + ": Query lacks " + field.toXml());
            }
        }
        if (!left.isEmpty()) {
            leniencies.add(Leniency.SERVER_INFORMATION);
        }
    }

    /** Attributes in any order; the server may report some that are not printed. */
    private void unordered(String place, XmlNode expected, XmlNode actual, String identifier) {
        List<XmlNode> left = new ArrayList<>(flattened(actual));
        List<XmlNode> missing = new ArrayList<>(flattened(expected));
        missing.removeIf(field -> takeMatch(field, left, identifier));
        if (!missing.isEmpty() && serverMade.concerns(identifier)
                && AttributeInstances.takeRenumbered(missing, left,
                        (field, candidate) -> matches(field, candidate, identifier))) {
            leniencies.add(Leniency.INSTANCE_INDEX);
        }
        for (XmlNode field : missing) {
            differences.add(place + ": lacks " + field.toXml() + " among "
                    + left.stream().map(XmlNode::toXml).reduce("", String::concat));
        }
        if (!left.isEmpty()) {
            leniencies.add(Leniency.EXTRA_ATTRIBUTE);
        }
    }

    private static List<XmlNode> flattened(XmlNode payload) {
        return payload.children().stream().flatMap(field -> field.name().equals("Attributes")
                ? field.children().stream()
                : Stream.of(field)).toList();
    }

    private void anyOrder(String place, XmlNode expected, XmlNode actual) {
        List<XmlNode> left = new ArrayList<>(actual.children());
        for (XmlNode field : expected.children()) {
            if (!takeMatch(field, left, "")) {
                differences.add(place + ": lacks " + field.toXml());
            }
        }
        for (XmlNode extra : left) {
            if (!extra.name().equals("LocatedItems")) {
                differences.add(place + ": not printed: " + extra.toXml());
            }
        }
    }

    /** Removes the first candidate that equals the field. Bound variables decide before new. */
    private boolean takeMatch(XmlNode field, List<XmlNode> candidates, String identifier) {
        for (int i = 0; i < candidates.size(); i++) {
            if (matches(field, candidates.get(i), identifier)) {
                sequence("", List.of(field), List.of(candidates.remove(i)), identifier);
                if (i > 0) {
                    leniencies.add(Leniency.ORDER);
                }
                return true;
            }
        }
        return false;
    }

    private boolean matches(XmlNode expected, XmlNode actual, String identifier) {
        List<String> found = new ArrayList<>();
        ResponseComparison trial = new ResponseComparison(variables.copy(),
                EnumSet.noneOf(Leniency.class), found, serverMade, asked);
        trial.sequence("", List.of(expected), List.of(actual), identifier);
        return found.isEmpty();
    }

    private void sequence(String place, List<XmlNode> expected, List<XmlNode> actual,
            String identifier) {
        if (expected.size() != actual.size()) {
            differences.add(place + ": printed " + names(expected) + ", got " + names(actual));
            return;
        }
        for (int i = 0; i < expected.size(); i++) {
            node(place + "/" + expected.get(i).name(), expected.get(i), actual.get(i), identifier);
        }
    }

    private static List<String> names(List<XmlNode> nodes) {
        return nodes.stream().map(XmlNode::name).toList();
    }

    private void node(String place, XmlNode expected, XmlNode actual, String identifier) {
        if (!expected.name().equals(actual.name())) {
            differences.add(place + ": got " + actual.name());
        } else if (isRandomNumberGenerator(expected) && isRandomNumberGenerator(actual)) {
            leniencies.add(Leniency.SERVER_INFORMATION);
        } else if (serverMade.issued(identifier) && isOfIssuer(expected, actual)) {
            leniencies.add(Leniency.SERVER_MADE_BYTES);
        } else if (isLibrary(expected, actual)) {
            leniencies.add(Leniency.SERVER_INFORMATION);
        } else if (expected.value() == null && actual.value() == null) {
            sequence(place, expected.children(), actual.children(), identifier);
        } else if (expected.value() == null || actual.value() == null) {
            differences.add(place + ": a structure where the other has a value");
        } else {
            value(place, expected, actual, identifier);
        }
    }

    private static boolean isRandomNumberGenerator(XmlNode attribute) {
        return attribute.name().equals("RandomNumberGenerator")
                || attribute.text("AttributeName").equals("Random Number Generator");
    }

    /** What a certificate says of who issued it, which is the server that is asked. */
    private static boolean isOfIssuer(XmlNode expected, XmlNode actual) {
        String attribute = expected.text("AttributeName").replaceAll("\\s+", " ");
        return expected.name().equals("CertificateValue")
                || (ISSUER_FACTS.contains(attribute)
                        && attribute.equals(actual.text("AttributeName")));
    }

    /** What a PKCS#11 library says of itself. */
    private static boolean isLibrary(XmlNode expected, XmlNode actual) {
        return expected.name().equals("PKCS_11OutputParameters") && expected.value() != null
                && actual.value() != null && expected.value().length() == actual.value().length();
    }

    private void value(String place, XmlNode expected, XmlNode actual, String identifier) {
        String printed = Objects.requireNonNull(expected.value());
        String got = Objects.requireNonNull(actual.value());
        if (!Objects.equals(expected.type(), actual.type())) {
            differences.add(place + ": printed a " + expected.type() + ", got a " + actual.type());
            return;
        }
        Optional<String> resolved = variables.resolve(printed);
        if (resolved.isEmpty()) {
            variables.bind(printed, got);
            return;
        }
        if (PrintedValues.equal(String.valueOf(actual.type()), resolved.get(), got)) {
            if (!resolved.get().equals(got) && actual.type() != null
                    && actual.type().equals("TextString")) {
                leniencies.add(Leniency.LISTING_WHITE_SPACE);
            }
            return;
        }
        if (IDENTIFIERS.contains(expected.name()) && !asked.contains(resolved.get())
                && !Variables.isVariable(printed) && asked.contains(got)) {
            leniencies.add(Leniency.OTHER_IDENTIFIER);
        } else if (expected.name().equals("CorrelationValue")) {
            // A case names the values of several streams alike: the latest one counts.
            leniencies.add(Leniency.SERVER_MADE_BYTES);
            variables.bind(printed, got);
        } else if (expected.name().equals("LeaseTime")) {
            leniencies.add(Leniency.LEASE_TIME);
        } else if (expected.name().equals("ProcessingStage")
                && STARTED.contains(PrintedValues.folded(printed))
                && STARTED.contains(PrintedValues.folded(got))) {
            leniencies.add(Leniency.TIME);
        } else if (String.valueOf(actual.type()).startsWith("DateTime")) {
            time(place, printed, resolved.get(), got);
        } else if (isOfServer(expected) && serverMade.concerns(identifier)
                && Math.abs(got.length() - resolved.get().length()) <= tolerance(expected)) {
            leniencies.add(Leniency.SERVER_MADE_BYTES);
            variables.bind(printed, got);
        } else {
            differences.add(place + ": printed '" + resolved.get() + "', got '" + got + "'");
        }
    }

    private static boolean isOfServer(XmlNode expected) {
        return SERVER_BYTES.contains(expected.name()) || isNumberOfServer(expected);
    }

    private static boolean isNumberOfServer(XmlNode expected) {
        return SERVER_NUMBERS.contains(expected.name()) && "BigInteger".equals(expected.type());
    }

    private static int tolerance(XmlNode expected) {
        return expected.name().equals("KeyMaterial") || isNumberOfServer(expected)
                ? ENCODING_TOLERANCE
                : 0;
    }

    /** A printed moment of some server's past can't be met; one relative to now must be. */
    private void time(String place, String printed, String resolved, String got) {
        long apart = Math.abs(PrintedValues.instant(resolved).getEpochSecond()
                - PrintedValues.instant(got).getEpochSecond());
        if (!Variables.isTime(printed) || apart <= CLOCK_TOLERANCE_SECONDS) {
            leniencies.add(Leniency.TIME);
        } else {
            differences.add(place + ": printed " + resolved + ", got " + got);
        }
    }

    private static List<XmlNode> named(XmlNode node, String name) {
        return node.children().stream().filter(child -> child.name().equals(name)).toList();
    }
}
