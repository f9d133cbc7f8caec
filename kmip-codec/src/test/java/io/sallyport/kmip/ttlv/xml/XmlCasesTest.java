package io.sallyport.kmip.ttlv.xml;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.kmip.model.KmipNames;
import io.sallyport.kmip.ttlv.TtlvBinary;
import io.sallyport.kmip.ttlv.TtlvFault;
import io.sallyport.kmip.ttlv.TtlvItem;
import io.sallyport.kmip.ttlv.TtlvLimits;
import io.sallyport.kmip.ttlv.TtlvType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Every message of the published cases: XML to items, to bytes, and back to the same bytes. */
class XmlCasesTest {
    private static final TtlvLimits FILE_LIMITS = new TtlvLimits(1 << 23, 64, 200_000, 1 << 20, 1);
    private static final TtlvXml XML = new TtlvXml(KmipNames.INSTANCE);

    @Test
    void everyMessageIsEncodedAndReadBack() throws IOException, TtlvXmlFault, TtlvFault {
        int messages = 0;
        int encoded = 0;
        Map<String, Integer> unreadable = new TreeMap<>();
        for (Path file : cases()) {
            for (XmlElement message : TtlvXml.messages(parse(file))) {
                messages++;
                try {
                    roundTrip(XML.read(message, XmlCasesTest::example), file);
                    encoded++;
                } catch (TtlvXmlFault fault) {
                    String reason = String.valueOf(fault.getMessage()).replaceAll(" \\(.*", "");
                    unreadable.merge(reason, 1, Integer::sum);
                }
            }
        }
        System.out.printf("XML cases: %d of %d messages encoded%n", encoded, messages);
        assertThat(messages).isGreaterThan(7_000);
        assertThat(unreadable).isEmpty();
    }

    private static void roundTrip(TtlvItem item, Path file)
            throws IOException, TtlvXmlFault, TtlvFault {
        byte[] binary = encode(item);
        TtlvItem decoded = TtlvBinary.decode(ByteBuffer.wrap(binary), TtlvLimits.DEFAULT);
        byte[] xml = XML.write(decoded).getBytes(StandardCharsets.UTF_8);
        List<TtlvItem> again = XML.readAll(new ByteArrayInputStream(xml), FILE_LIMITS,
                XmlValues.AS_WRITTEN);
        assertThat(again).hasSize(1);
        assertThat(encode(again.getFirst())).as(file.toString()).isEqualTo(binary);
    }

    /** Something of the right form for each variable. */
    private static String example(int tag, TtlvType type, String value) {
        if (!value.startsWith("$")) {
            return value;
        }
        return switch (type) {
            case DATE_TIME -> "2026-11-23T12:00:00+00:00";
            case DATE_TIME_EXTENDED -> "2026-11-23T12:00:00.000001Z";
            case BYTE_STRING -> "00010203";
            default -> value;
        };
    }

    private static byte[] encode(TtlvItem item) {
        ByteBuffer out = ByteBuffer.allocate(TtlvBinary.encodedLength(item));
        TtlvBinary.encode(item, out);
        return out.array();
    }

    private static XmlElement parse(Path file) throws IOException, TtlvXmlFault {
        try (InputStream in = Files.newInputStream(file)) {
            return XmlElement.parse(in, FILE_LIMITS);
        }
    }

    private static List<Path> cases() throws IOException {
        Path folder = Path.of(System.getProperty("sallyport.shared", "missing"))
                .resolve("kmip/cases");
        if (!Files.isDirectory(folder)) {
            Assumptions.abort("skipped: no vectors");
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return new ArrayList<>(
                    files.filter(file -> file.toString().endsWith(".xml")).sorted().toList());
        }
    }
}
