package io.sallyport.kmip.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GeneratedModelTest {
    private static final Path MODULE = Path.of("").toAbsolutePath();

    @Test
    void theCheckedInSourcesAreWhatTheTablesGenerate() throws IOException {
        Map<String, String> sources = new ModelGenerator(MODULE).sources();
        Path folder = MODULE.resolve(ModelGenerator.PACKAGE_FOLDER);
        assertThat(sources).hasSize(67 + 4 + 2);
        for (Map.Entry<String, String> file : sources.entrySet()) {
            assertThat(Files.readString(folder.resolve(file.getKey()))).as(file.getKey())
                    .isEqualTo(file.getValue());
        }
    }

    @Test
    void constantsAreNamedAfterTheXmlNames() {
        assertThat(ModelGenerator.constantName("GetAttributes")).isEqualTo("GET_ATTRIBUTES");
        assertThat(ModelGenerator.constantName("ReKeyKeyPair")).isEqualTo("RE_KEY_KEY_PAIR");
        assertThat(ModelGenerator.constantName("PKCS5")).isEqualTo("PKCS5");
        assertThat(ModelGenerator.constantName("SHA_256")).isEqualTo("SHA_256");
        assertThat(ModelGenerator.constantName("TTLVEncoding")).isEqualTo("TTLV_ENCODING");
        assertThat(ModelGenerator.constantName("QueryRNGs")).isEqualTo("QUERY_RNGS");
    }

    @Test
    void valuesKnowTheirCodesNamesAndVersions() {
        assertThat(Operation.of(0x2A)).isEqualTo(Operation.IMPORT);
        assertThat(Operation.of(0x7F)).isNull();
        assertThat(Operation.IMPORT.definedIn(KmipVersion.V1_3)).isFalse();
        assertThat(Operation.IMPORT.definedIn(KmipVersion.V1_4)).isTrue();
        assertThat(ObjectType.TEMPLATE.definedIn(KmipVersion.V1_4)).isTrue();
        assertThat(ObjectType.TEMPLATE.definedIn(KmipVersion.V2_0)).isFalse();
        assertThat(ResultReason.OBJECT_NOT_FOUND.since()).isEqualTo(KmipVersion.V2_0);
        assertThat(OpaqueDataType.of(0x80000001)).isNull();
    }

    @Test
    void everyValueIsFoundByItsCode() {
        for (Operation value : Operation.values()) {
            assertThat(Operation.of(value.code())).isEqualTo(value);
        }
        for (ResultReason value : ResultReason.values()) {
            assertThat(ResultReason.of(value.code())).isEqualTo(value);
        }
    }

    @Test
    void operationsByVersionAreAsManyAsTheSpecificationsList() {
        assertThat(Arrays.stream(KmipVersion.values()).map(GeneratedModelTest::operationCount))
                .containsExactly(28L, 30L, 41L, 41L, 43L, 53L, 59L, 64L);
    }

    private static long operationCount(KmipVersion version) {
        return Arrays.stream(Operation.values()).filter(value -> value.definedIn(version)).count();
    }

    @Test
    void tagsAreFoundByEitherName() {
        assertThat(Tag.UNIQUE_IDENTIFIER).isEqualTo(0x420094);
        assertThat(Tag.nameOf(0x420094)).isEqualTo("Unique Identifier");
        assertThat(Tag.xmlNameOf(0x420094)).isEqualTo("UniqueIdentifier");
        assertThat(Tag.ofName("Unique Identifier")).isEqualTo(0x420094);
        assertThat(Tag.ofXmlName("UniqueIdentifier")).isEqualTo(0x420094);
        assertThat(Tag.nameOf(0x540001)).isEqualTo("0x540001");
        assertThat(Tag.xmlNameOf(0x540001)).isNull();
        assertThat(Tag.ofName("x-custom")).isZero();
        assertThat(Tag.definedIn(Tag.ATTRIBUTE_INDEX, KmipVersion.V1_4)).isTrue();
        assertThat(Tag.definedIn(Tag.ATTRIBUTE_INDEX, KmipVersion.V2_0)).isFalse();
        assertThat(Tag.definedIn(0x540001, KmipVersion.V2_0)).isFalse();
    }

    @Test
    void masksAreNamedAndVersioned() {
        int mask = CryptographicUsageMask.ENCRYPT | CryptographicUsageMask.EXPORT;
        assertThat(CryptographicUsageMask.BITS.xmlNames(mask)).isEqualTo("Encrypt Export");
        assertThat(CryptographicUsageMask.BITS.xmlNames(mask | 0x40000000))
                .isEqualTo("Encrypt Export 0x40000000");
        assertThat(CryptographicUsageMask.BITS.definedIn(KmipVersion.V1_0)).isEqualTo(0xFFFFF);
        assertThat(CryptographicUsageMask.BITS.definedIn(KmipVersion.V2_1)
                & CryptographicUsageMask.EXPORT).isZero();
        assertThat(CryptographicUsageMask.BITS.ofXmlName("Decrypt"))
                .isEqualTo(CryptographicUsageMask.DECRYPT);
    }

    @Test
    void unknownCodesAreRepresentable() {
        Enumerated<Operation> unknown = new Enumerated<>(0x80000001, Operation.of(0x80000001));
        assertThat(unknown.known()).isNull();
        assertThat(unknown).hasToString("0x80000001");
        assertThat(Enumerated.of(Operation.GET).is(Operation.GET)).isTrue();
        assertThat(Enumerated.of(Operation.GET)).hasToString("Get");
    }

    @Test
    void versionsAreOrderedAndFoundByNumber() {
        for (KmipVersion version : KmipVersion.values()) {
            assertThat(KmipVersion.of(version.major(), version.minor())).isEqualTo(version);
        }
        assertThat(KmipVersion.of(1, 5)).isNull();
        assertThat(KmipVersion.of(2, 2)).isNull();
        assertThat(KmipVersion.of(4, 0)).isNull();
        assertThat(KmipVersion.V2_0.atLeast(KmipVersion.V1_4)).isTrue();
        assertThat(KmipVersion.V1_4.atLeast(KmipVersion.V2_0)).isFalse();
    }
}
