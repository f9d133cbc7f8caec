package io.sallyport.kmip.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class ResponseComparisonTest {
    private static final String PRINTED = "00000000000000008f31aa";
    private static final String OTHER = "0000000000000000d02277";

    private final Set<Leniency> leniencies = EnumSet.noneOf(Leniency.class);
    private final ServerMade serverMade = new ServerMade();

    @Test
    void theNumbersOfAKeyThatTheServerMadeAreItsOwn() {
        serverMade.learn(message("CreateKeyPair"),
                message("CreateKeyPair", text("PrivateKeyUniqueIdentifier", "key")));
        assertThat(differences("Modulus", PRINTED, OTHER)).isEmpty();
        assertThat(leniencies).containsExactly(Leniency.SERVER_MADE_BYTES);
        assertThat(differences("PublicExponent", PRINTED, OTHER)).hasSize(1);
        assertThat(differences("Modulus", PRINTED, OTHER + "00".repeat(9))).hasSize(1);
    }

    @Test
    void theNumbersOfAKeyThatTheClientBroughtAreThoseThatArePrinted() {
        serverMade.learn(message("Register"),
                message("Register", text("UniqueIdentifier", "key")));
        assertThat(differences("Modulus", PRINTED, OTHER)).hasSize(1);
        assertThat(differences("Modulus", PRINTED, PRINTED)).isEmpty();
        assertThat(leniencies).isEmpty();
    }

    @Test
    void aPrintedIdentifierOfAnotherRunMayBeTheOneThatWasAskedFor() {
        assertThat(identified("other run", "asked", "asked")).isEmpty();
        assertThat(leniencies).containsExactly(Leniency.OTHER_IDENTIFIER);
        assertThat(identified("other run", "neither", "asked")).hasSize(1);
        assertThat(identified("asked", "also asked", "asked", "also asked")).hasSize(1);
        assertThat(identified("$UNIQUE_IDENTIFIER_0", "asked", "asked")).isEmpty();
    }

    @Test
    void aFailedOperationNeedNotBeNamed() {
        XmlNode unnamed = structure("ResponseMessage", structure("ResponseHeader"),
                structure("BatchItem", text("ResultStatus", "OperationFailed")));
        XmlNode named = structure("ResponseMessage", structure("ResponseHeader"),
                structure("BatchItem", text("Operation", "Get"),
                        text("ResultStatus", "OperationFailed")));
        assertThat(differences(unnamed, named)).isEmpty();
        assertThat(leniencies).containsExactly(Leniency.OPTIONAL_FIELD);
        assertThat(differences(named, unnamed)).hasSize(1);
    }

    @Test
    void aLinkOfAnObjectThatTheServerMadeMayHaveAnotherIndex() {
        XmlNode printed = links(link("0", "a"), link("1", "b"));
        serverMade.learn(message("Certify"), message("Certify", text("UniqueIdentifier", "key")));
        assertThat(differences(printed, links(link("0", "b"), link("1", "a")))).isEmpty();
        assertThat(leniencies).contains(Leniency.INSTANCE_INDEX);
        assertThat(differences(printed, links(link("0", "b"), link("2", "a")))).isNotEmpty();
        assertThat(differences(printed, links(link("0", "b"), link("1", "c")))).isNotEmpty();
        assertThat(differences(printed, links(link("0", "b"), link("1", "b")))).isNotEmpty();
    }

    @Test
    void aLinkThatTheClientSetHasTheIndexThatIsPrinted() {
        assertThat(differences(links(link("0", "a"), link("1", "b")),
                links(link("0", "b"), link("1", "a")))).isNotEmpty();
    }

    @Test
    void aTypeThatTheVersionDoesNotHaveNeedNotBeListed() {
        XmlNode printed = query("2", "0", "Template", "PublicKey");
        assertThat(differences(printed, query("2", "0", "PublicKey"))).isEmpty();
        assertThat(leniencies).containsExactly(Leniency.OTHER_VERSION);
        assertThat(differences(printed, query("2", "0", "Certificate"))).hasSize(1);
    }

    @Test
    void aTypeThatTheVersionHasMustBeListed() {
        assertThat(differences(query("1", "4", "Template", "PublicKey"),
                query("1", "4", "PublicKey"))).hasSize(1);
    }

    private static XmlNode links(XmlNode... links) {
        List<XmlNode> fields = new ArrayList<>();
        fields.add(text("UniqueIdentifier", "key"));
        fields.addAll(List.of(links));
        return message("GetAttributes", fields.toArray(XmlNode[]::new));
    }

    private static XmlNode link(String index, String to) {
        return structure("Attribute", text("AttributeName", "Link"),
                new XmlNode("AttributeIndex", "Integer", index, List.of()),
                text("AttributeValue", to));
    }

    private static XmlNode query(String major, String minor, String... types) {
        XmlNode[] listed = Stream.of(types).map(type -> new XmlNode("ObjectType", "Enumeration",
                type, List.of())).toArray(XmlNode[]::new);
        XmlNode header = structure("ResponseHeader", structure("ProtocolVersion",
                new XmlNode("ProtocolVersionMajor", "Integer", major, List.of()),
                new XmlNode("ProtocolVersionMinor", "Integer", minor, List.of())));
        return structure("ResponseMessage", header,
                structure("BatchItem", new XmlNode("Operation", "Enumeration", "Query", List.of()),
                        structure("ResponsePayload", listed)));
    }

    private List<String> identified(String printed, String got, String... asked) {
        return differences(message("Get", text("UniqueIdentifier", printed)),
                message("Get", text("UniqueIdentifier", got)), asked);
    }

    private List<String> differences(XmlNode printed, XmlNode got, String... asked) {
        List<String> differences = new ArrayList<>();
        new ResponseComparison(new Variables(Instant.EPOCH), leniencies, differences, serverMade,
                Set.of(asked)).compare(printed, got);
        return differences;
    }

    private List<String> differences(String number, String printed, String got) {
        return differences(gotten(number, printed), gotten(number, got));
    }

    private static XmlNode gotten(String number, String value) {
        return message("Get", text("UniqueIdentifier", "key"),
                new XmlNode("KeyMaterial", null, null,
                        List.of(new XmlNode(number, "BigInteger", value, List.of()))));
    }

    private static XmlNode message(String operation, XmlNode... fields) {
        return structure("ResponseMessage", structure("ResponseHeader"),
                structure("BatchItem", new XmlNode("Operation", "Enumeration", operation,
                        List.of()), structure("ResponsePayload", fields)));
    }

    private static XmlNode structure(String name, XmlNode... fields) {
        return new XmlNode(name, null, null, List.of(fields));
    }

    private static XmlNode text(String name, String value) {
        return new XmlNode(name, "TextString", value, List.of());
    }
}
