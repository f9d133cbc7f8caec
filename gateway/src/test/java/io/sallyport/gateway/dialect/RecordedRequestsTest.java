package io.sallyport.gateway.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.sallyport.gateway.dialect.Dialect.Scene;
import io.sallyport.gateway.dialect.Dialect.Step;
import io.vertx.core.json.JsonObject;

/**
 * What was recorded of a client has the form of a request in its file: the same items in the same
 * order, of the same types, with the same enumerations and names of attributes.
 */
class RecordedRequestsTest {

    @ParameterizedTest
    @CsvSource({"pg_tde, pykmip-wire, pgtde, 8", "ceph-rgw, pykmip-wire, rgw-, 5",
            "pg_tde, ttlv-vectors, postgres/, 3",
            "libmongocrypt-local, ttlv-vectors, mongodb/REGISTER, 1",
            "percona-server-mysql-kmipclient, pykmip-wire, perconakc-08-, 1",
            "percona-server-mysql-kmipclient, pykmip-wire, perconakc-82-, 1",
            "percona-server-mysql-kmipclient, pykmip-wire, perconakc-86-, 1",
            "vmware-vcenter, ttlv-vectors, vmware/discover_versions_1/DISCOVER_VERSIONS_2, 1",
            "vmware-vcenter, ttlv-vectors, vmware/discover_versions_2/QUERY, 1",
            "vmware-vcenter, ttlv-vectors, vmware/query/CREATE, 1",
            "vmware-vcenter, ttlv-vectors, vmware/create/GET_ATTRIBUTES, 1",
            "vmware-vcenter, ttlv-vectors, vmware/get_attributes/ADD_ATTRIBUTE, 1",
            "vmware-vcenter, ttlv-vectors, vmware/add_attribute/GET, 1",
            "edb-pykmip, pykmip-wire, v1.2-encrypt-cbc-server-iv, 1",
            "edb-pykmip, pykmip-wire, v1.2-decrypt-cbc-pkcs5, 1",
            "barbican, pykmip-wire, v1.2-create-key-pair-rsa, 1"})
    void everyRecordedRequestIsInTheFile(String dialect, String file, String name, int expected)
            throws Exception {
        Path recorded = Path.of(System.getProperty("sallyport.shared", "../shared"), "kmip",
                file + ".jsonl");
        Assumptions.assumeTrue(Files.exists(recorded), "skipped: no vectors");
        Set<String> forms = forms(dialect);
        int found = 0;
        for (String line : Files.readAllLines(recorded)) {
            JsonObject record = new JsonObject(line);
            if (!record.getString("name").startsWith(name)) {
                continue;
            }
            String hex = record.getString(record.containsKey("hex") ? "hex" : "request_hex");
            WireItem request = WireReader.read(HexFormat.of().parseHex(hex));
            if (request.is("RequestMessage")) {
                assertThat(forms).as(record.getString("name")).contains(form(request, ""));
                found++;
            }
        }
        assertThat(found).isEqualTo(expected);
    }

    private static Set<String> forms(String name) throws IOException, Objection {
        Dialect dialect = DialectFile.all().stream().filter(one -> one.name().equals(name))
                .findFirst().orElseThrow();
        RequestWriter writer = new RequestWriter(new Variables() {
            @Override
            WireValue get(String kept) {
                return kept.contains("iv") || kept.contains("sealed") || kept.contains("key")
                        ? new WireValue(WireType.BYTE_STRING, "00")
                        : WireValue.text(kept);
            }
        });
        Set<String> forms = new HashSet<>();
        for (Scene scene : dialect.scenes().values()) {
            for (Step step : scene.steps()) {
                if (step instanceof Step.Exchange(String _, List<Node> request, List<Node> _)) {
                    forms.add(form(WireReader.read(writer.write(request)), ""));
                }
            }
        }
        return forms;
    }

    private static String form(WireItem item, String indentation) throws Objection {
        StringBuilder form = new StringBuilder(indentation)
                .append(SpecTables.get().nameOf(item.tag())).append(' ').append(item.type());
        if (item.type() == WireType.ENUMERATION || item.type() == WireType.BOOLEAN
                || (item.is("AttributeName") && !item.leaf().text().startsWith("x-"))
                || item.is("MaximumResponseSize") || item.is("CryptographicUsageMask")) {
            form.append(' ').append(item.leaf());
        }
        form.append('\n');
        for (WireItem child : item.children()) {
            form.append(form(child, indentation + "  "));
        }
        return form.toString();
    }
}
