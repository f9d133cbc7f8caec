package io.sallyport.gateway.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** The tables by which answers are judged are those of the specification. */
class SpecTablesTest {
    private final SpecTables tables = SpecTables.get();

    /** What the readers turn on, written down once more. */
    @ParameterizedTest
    @CsvSource({"ActivationDate, 0x420001, 1.0", "LocatedItems, 0x4200D5, 1.3",
            "OffsetItems, 0x4200D4, 1.3", "Fresh, 0x4200A8, 1.1",
            "OriginalCreationDate, 0x4200BC, 1.2", "Sensitive, 0x420120, 1.4",
            "Attributes, 0x420125, 2.0", "ProtectionLevel, 0x420145, 2.0",
            "IVCounterNonce, 0x42003D, 1.0", "RandomIV, 0x4200C5, 1.2",
            "ClientCorrelationValue, 0x420105, 1.4", "Ephemeral, 0x420154, 2.0",
            "AuthenticatedEncryptionTag, 0x4200FF, 1.4", "KeyValuePresent, 0x4200BB, 1.2"})
    void theTagsOfTheFieldsThatMatter(String name, String code, String since) {
        int tag = Integer.decode(code);
        assertThat(tables.tag(name)).as(name).isEqualTo(tag);
        assertThat(row(tables.row(tag)).since()).as(name).isEqualTo(Version.of(since));
    }

    @ParameterizedTest
    @CsvSource({"Operation, Encrypt, 31, 1.2", "Operation, DiscoverVersions, 30, 1.1",
            "Operation, Import, 42, 1.4", "Operation, Log, 44, 2.0", "State, Active, 2, 1.0",
            "Result Reason, ItemNotFound, 1, 1.0", "Object Type, SecretData, 7, 1.0",
            "Result Reason, ObjectNotFound, 55, 2.0"})
    void theValuesThatMatter(String enumeration, String name, int code, String since) {
        assertThat(tables.code(enumeration, name)).as(name).isEqualTo(code);
        assertThat(row(tables.value(enumeration, code)).since()).as(name)
                .isEqualTo(Version.of(since));
    }

    @Test
    void allAreAsTheSpecificationsHaveThem() throws Exception {
        Path file = Path.of(System.getProperty("sallyport.shared", "../shared"),
                "kmip/enums.json");
        Assumptions.assumeTrue(Files.exists(file), "skipped: no vectors");
        JsonObject specification = new JsonObject(Files.readString(file));
        List<String> wrong = new ArrayList<>();
        JsonArray tags = specification.getJsonArray("tags");
        for (int i = 0; i < tags.size(); i++) {
            JsonObject tag = tags.getJsonObject(i);
            SpecTables.Row mine = tables.row(Integer.decode(tag.getString("code")));
            if (!same(mine, tag)) {
                wrong.add(tag.getString("name"));
            }
        }
        JsonObject enumerations = specification.getJsonObject("enums");
        int values = 0;
        for (String enumeration : enumerations.fieldNames()) {
            JsonArray rows = enumerations.getJsonArray(enumeration);
            for (int i = 0; i < rows.size(); i++) {
                JsonObject value = rows.getJsonObject(i);
                int code = Integer.parseUnsignedInt(value.getString("value").substring(2), 16);
                values++;
                if (!same(tables.value(enumeration, code), value)) {
                    wrong.add(enumeration + " " + value.getString("name"));
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(tags.size()).isGreaterThan(300);
        assertThat(values).isGreaterThan(500);
    }

    private static boolean same(SpecTables.@Nullable Row mine, JsonObject specified) {
        return mine != null && mine.name().equals(specified.getString("xml"))
                && String.valueOf(mine.since()).equals(specified.getString("since"));
    }

    private static SpecTables.Row row(SpecTables.@Nullable Row row) {
        return Objects.requireNonNull(row);
    }
}
