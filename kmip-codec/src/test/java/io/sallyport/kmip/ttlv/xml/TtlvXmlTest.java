package io.sallyport.kmip.ttlv.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.kmip.model.CryptographicUsageMask;
import io.sallyport.kmip.model.KmipNames;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.ttlv.ByteSlice;
import io.sallyport.kmip.ttlv.Gen;
import io.sallyport.kmip.ttlv.TtlvBinary;
import io.sallyport.kmip.ttlv.TtlvItem;
import io.sallyport.kmip.ttlv.TtlvItem.BooleanItem;
import io.sallyport.kmip.ttlv.TtlvItem.ByteStringItem;
import io.sallyport.kmip.ttlv.TtlvItem.DateTimeExtendedItem;
import io.sallyport.kmip.ttlv.TtlvItem.DateTimeItem;
import io.sallyport.kmip.ttlv.TtlvItem.EnumerationItem;
import io.sallyport.kmip.ttlv.TtlvItem.IntegerItem;
import io.sallyport.kmip.ttlv.TtlvItem.IntervalItem;
import io.sallyport.kmip.ttlv.TtlvItem.LongIntegerItem;
import io.sallyport.kmip.ttlv.TtlvItem.Structure;
import io.sallyport.kmip.ttlv.TtlvItem.TextStringItem;
import io.sallyport.kmip.ttlv.TtlvLimits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TtlvXmlTest {
    private static final TtlvXml XML = new TtlvXml(KmipNames.INSTANCE);

    @Test
    void eachTypeHasItsForm() throws IOException, TtlvXmlFault {
        assertThat(read("<BatchCount type='Integer' value='-5'/>"))
                .isEqualTo(new IntegerItem(Tag.BATCH_COUNT, -5));
        assertThat(read("<BatchCount type='Integer' value='0xFFFFFFFF'/>"))
                .isEqualTo(new IntegerItem(Tag.BATCH_COUNT, -1));
        assertThat(read("<UsageLimitsTotal type='LongInteger' value='5000000000'/>"))
                .isEqualTo(new LongIntegerItem(Tag.USAGE_LIMITS_TOTAL, 5_000_000_000L));
        assertThat(read("<BatchOrderOption type='Boolean' value='true'/>"))
                .isEqualTo(new BooleanItem(Tag.BATCH_ORDER_OPTION, true));
        assertThat(read("<LeaseTime type='Interval' value='4294967295'/>"))
                .isEqualTo(new IntervalItem(Tag.LEASE_TIME, -1));
        assertThat(read("<TimeStamp type='DateTime' value='2000-02-01T00:00:00+10:00'/>"))
                .isEqualTo(new DateTimeItem(Tag.TIME_STAMP, 949_327_200L));
        assertThat(read("<TimeStamp type='DateTime' value='1969-12-31T23:59:59Z'/>"))
                .isEqualTo(new DateTimeItem(Tag.TIME_STAMP, -1));
        assertThat(read("<TimeStamp type='DateTimeExtended' value='1970-01-01T00:00:01.000002'/>"))
                .isEqualTo(new DateTimeExtendedItem(Tag.TIME_STAMP, 1_000_002));
        assertThat(read("<RequestMessage/>"))
                .isEqualTo(new Structure(Tag.REQUEST_MESSAGE, List.of()));
        assertThat(read("<TTLV tag='0x540001' type='Integer' value='1'/>"))
                .isEqualTo(new IntegerItem(0x540001, 1));
    }

    @Test
    void enumerationsAndMasksAreReadByNameOrNumber() throws IOException, TtlvXmlFault {
        EnumerationItem get = new EnumerationItem(Tag.OPERATION, 0x0A);
        assertThat(read("<Operation type='Enumeration' value='Get'/>")).isEqualTo(get);
        assertThat(read("<Operation type='Enumeration' value='0x0000000a'/>")).isEqualTo(get);
        assertThat(read("<Operation type='Enumeration' value='10'/>")).isEqualTo(get);
        assertThat(read("<OpaqueDataType type='Enumeration' value='0x80123456'/>"))
                .isEqualTo(new EnumerationItem(Tag.OPAQUE_DATA_TYPE, 0x80123456));
        assertThat(read("<AttributeReference type='Enumeration' value='State'/>"))
                .isEqualTo(new EnumerationItem(Tag.ATTRIBUTE_REFERENCE, Tag.STATE));
        assertThat(read("<MaskGeneratorHashingAlgorithm type='Enumeration' value='SHA_256'/>"))
                .isEqualTo(new EnumerationItem(Tag.MASK_GENERATOR_HASHING_ALGORITHM, 6));
        int both = CryptographicUsageMask.ENCRYPT | CryptographicUsageMask.DECRYPT;
        for (String written : List.of("Encrypt Decrypt", "Encrypt|Decrypt", "Decrypt   0x4",
                "12")) {
            assertThat(read("<CryptographicUsageMask type='Integer' value='" + written + "'/>"))
                    .isEqualTo(new IntegerItem(Tag.CRYPTOGRAPHIC_USAGE_MASK, both));
        }
    }

    @Test
    void theAttributeNameSaysWhatTheAttributeValueMeans() throws IOException, TtlvXmlFault {
        Structure attribute = (Structure) read("""
                <Attribute>
                  <AttributeName type="TextString" value="Cryptographic Algorithm"/>
                  <AttributeValue type="Enumeration" value="AES"/>
                </Attribute>""");
        assertThat(attribute.items().get(1)).isEqualTo(new EnumerationItem(Tag.ATTRIBUTE_VALUE, 3));
        assertThat(XML.write(attribute)).contains("value=\"AES\"");
    }

    @Test
    void variablesAreResolvedBeforeTheValueIsRead() throws IOException, TtlvXmlFault {
        XmlElement element = XmlElement.parse(
                in("<TimeStamp type='DateTime' value='$NOW-3600'/>"), TtlvLimits.DEFAULT);
        TtlvItem item = XML.read(element, (tag, type, value) -> {
            assertThat(tag).isEqualTo(Tag.TIME_STAMP);
            return value.equals("$NOW-3600") ? "6400" : value;
        });
        assertThat(item).isEqualTo(new DateTimeItem(Tag.TIME_STAMP, 6400));
    }

    @Test
    void whatIsWrittenIsReadBack() throws IOException, TtlvXmlFault {
        for (long seed : Gen.seeds(500)) {
            Gen gen = new Gen(seed);
            TtlvItem item = gen.item(4);
            assertThat(encode(read(XML.write(item)))).as(gen.reproduce()).isEqualTo(encode(item));
        }
    }

    @Test
    void changedDocumentsAreReadOrRejectedAndNothingElse() throws IOException {
        for (long seed : Gen.seeds(2_000)) {
            Gen gen = new Gen(seed);
            byte[] xml = XML.write(gen.structure(Tag.REQUEST_MESSAGE, 3))
                    .getBytes(StandardCharsets.UTF_8);
            for (int i = 1 + gen.below(4); i > 0; i--) {
                xml[gen.below(xml.length)] = (byte) gen.below(256);
            }
            try {
                XML.readAll(new ByteArrayInputStream(xml), TtlvLimits.DEFAULT,
                        XmlValues.AS_WRITTEN);
            } catch (TtlvXmlFault fault) {
                assertThat(fault.line()).as(gen.reproduce()).isPositive();
            } catch (RuntimeException e) {
                throw new AssertionError(gen.reproduce(), e);
            }
        }
    }

    @Test
    void textKeepsLineEndsAndMarkup() throws IOException, TtlvXmlFault {
        TextStringItem text = TextStringItem.of(Tag.RESULT_MESSAGE, "a\r\n\t<&>\"' \u0000é");
        assertThat(((TextStringItem) read(XML.write(text))).text())
                .isEqualTo("a\r\n\t<&>\"' \uFFFDé");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<NoSuchTag type='Integer' value='1'/>",
            "<BatchCount type='Integer' value='one'/>", "<BatchCount type='Integer'/>",
            "<BatchCount type='Number' value='1'/>", "<BatchCount type='Integer' value=''/>",
            "<BatchCount type='Integer' value='1'><BatchCount type='Integer' value='1'/>"
                    + "</BatchCount>",
            "<Operation type='Enumeration' value='Fly'/>",
            "<TimeStamp type='DateTime' value='yesterday'/>",
            "<TimeStamp type='DateTime' value='2026-02-30T00:00:00Z'/>",
            "<KeyMaterial type='ByteString' value='0'/>",
            "<KeyMaterial type='ByteString' value='xy'/>", "<P type='BigInteger' value=''/>",
            "<BatchOrderOption type='Boolean' value='yes'/>",
            "<TTLV tag='green' type='Integer' value='1'/>", "<TTLV type='Integer' value='1'/>",
            "<RequestMessage>", "text", ""})
    void whatIsNotKmipIsRejected(String xml) {
        assertThatThrownBy(() -> read(xml)).isInstanceOf(TtlvXmlFault.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "<!DOCTYPE KMIP SYSTEM 'file:///etc/passwd'><KMIP/>",
            "<!DOCTYPE k [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>"
                    + "<ResultMessage type='TextString' value='&x;'/>",
            "<!DOCTYPE k [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;'>]>"
                    + "<ResultMessage type='TextString' value='&b;'/>"})
    void documentTypesAndEntitiesAreRejected(String xml) {
        assertThatThrownBy(() -> read(xml)).isInstanceOf(TtlvXmlFault.class);
    }

    @Test
    void bytesThatAreNotUtf8AreRejectedWithoutAWordToTheStandardError() {
        PrintStream before = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            for (String encoding : List.of("", "<?xml version='1.0' encoding='UTF-8'?>")) {
                byte[] latin = (encoding + "<Nonce type='TextString' value='\u00ff'/>")
                        .getBytes(StandardCharsets.ISO_8859_1);
                assertThatThrownBy(() -> XML.readAll(new ByteArrayInputStream(latin),
                        TtlvLimits.DEFAULT, XmlValues.AS_WRITTEN))
                        .isInstanceOf(TtlvXmlFault.class).hasMessageContaining("UTF-8");
            }
        } finally {
            System.setErr(before);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void aByteOrderMarkIsNotPartOfTheDocument() throws IOException, TtlvXmlFault {
        String plain = "<NonceID type='Integer' value='7'/>";
        byte[] marked = ("\uFEFF" + plain).getBytes(StandardCharsets.UTF_8);
        assertThat(XML.readAll(new ByteArrayInputStream(marked), TtlvLimits.DEFAULT,
                XmlValues.AS_WRITTEN)).hasSize(1);
    }

    @Test
    void documentsBeyondTheLimitsAreRejected() {
        TtlvLimits limits = new TtlvLimits(400, 3, 5, 10, 1);
        assertThatThrownBy(() -> XmlElement.parse(in("<a><a><a><a/></a></a></a>"), limits))
                .hasMessageContaining("deeper");
        assertThatThrownBy(() -> XmlElement.parse(in("<a>" + "<a/>".repeat(5) + "</a>"), limits))
                .hasMessageContaining("more elements");
        assertThatThrownBy(() -> XmlElement.parse(in("<a>" + " ".repeat(400) + "</a>"), limits))
                .hasMessageContaining("longer");
    }

    @Test
    void faultsNeverQuoteTheValue() {
        assertThatThrownBy(() -> read("<KeyMaterial type='ByteString' value='c0ffee0'/>"))
                .hasMessageNotContaining("c0ffee").hasMessageContaining("line 1");
    }

    @Test
    void theTextPrinterHidesWhatMayBeSecret() {
        Structure item = new Structure(Tag.REQUEST_PAYLOAD, List.of(
                TextStringItem.of(Tag.UNIQUE_IDENTIFIER, "id-1\nforged line"),
                TextStringItem.of(Tag.PASSWORD, "hunter2"),
                new ByteStringItem(Tag.KEY_MATERIAL, ByteSlice.of(new byte[32])),
                new EnumerationItem(Tag.OBJECT_TYPE, 2),
                new Structure(Tag.ATTRIBUTE, List.of(
                        TextStringItem.of(Tag.ATTRIBUTE_NAME, "x-pin"),
                        TextStringItem.of(Tag.ATTRIBUTE_VALUE, "1234"))),
                new IntegerItem(Tag.CRYPTOGRAPHIC_USAGE_MASK, 12)));
        assertThat(new TtlvText(KmipNames.INSTANCE).print(item)).isEqualTo("""
                RequestPayload
                  UniqueIdentifier: "id-1?forged line"
                  Password: ‹7 bytes›
                  KeyMaterial: ‹32 bytes›
                  ObjectType: SymmetricKey
                  Attribute
                    AttributeName: "x-pin"
                    AttributeValue: ‹4 bytes›
                  CryptographicUsageMask: Encrypt Decrypt
                """);
    }

    private static TtlvItem read(String xml) throws IOException, TtlvXmlFault {
        List<TtlvItem> items = XML.readAll(in(xml), TtlvLimits.DEFAULT, XmlValues.AS_WRITTEN);
        assertThat(items).hasSize(1);
        return items.getFirst();
    }

    private static ByteArrayInputStream in(String xml) {
        return new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] encode(TtlvItem item) {
        ByteBuffer out = ByteBuffer.allocate(TtlvBinary.encodedLength(item));
        TtlvBinary.encode(item, out);
        return out.array();
    }
}
