package io.sallyport.kmip.ttlv.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import io.sallyport.kmip.model.KmipNames;
import io.sallyport.kmip.ttlv.TtlvBinary;
import io.sallyport.kmip.ttlv.TtlvFault;
import io.sallyport.kmip.ttlv.TtlvItem;
import io.sallyport.kmip.ttlv.TtlvLimits;
import io.sallyport.kmip.ttlv.xml.TtlvXml;
import io.sallyport.kmip.ttlv.xml.XmlValues;

/** The vectors through all three encodings, and the printed JSON of the message encoding cases. */
class JsonVectorsTest {
    private static final TtlvLimits LIMITS = new TtlvLimits(1 << 23, 64, 200_000, 1 << 20, 64);
    private static final TtlvJson JSON = new TtlvJson(KmipNames.INSTANCE);
    private static final TtlvXml XML = new TtlvXml(KmipNames.INSTANCE);

    @Test
    void everyVectorSurvivesXmlAndJson() throws Exception {
        int items = 0;
        for (String line : Files.readAllLines(shared("kmip/ttlv-vectors.jsonl"))) {
            if (string(line, "kind").equals("malformed")) {
                continue;
            }
            for (TtlvItem item : items(HexFormat.of().parseHex(string(line, "hex")))) {
                items++;
                byte[] binary = encoded(item);
                String name = string(line, "name");
                assertThat(encoded(json(JSON.write(item)))).as(name).isEqualTo(binary);
                if (isSayableInXml(item)) {
                    TtlvItem read = XML.readAll(new ByteArrayInputStream(XML.write(item)
                            .getBytes(StandardCharsets.UTF_8)), LIMITS, XmlValues.AS_WRITTEN)
                            .getFirst();
                    assertThat(encoded(json(JSON.write(read)))).as(name).isEqualTo(binary);
                }
            }
        }
        System.out.printf("Vectors through XML and JSON: %d items%n", items);
        assertThat(items).isGreaterThan(1_200);
    }

    @Test
    void thePrintedJsonIsThePrintedBinary() throws Exception {
        int compared = 0;
        for (String version : List.of("10", "11", "12")) {
            String listing = Files.readString(
                    shared("kmip/listings/MSGENC-JSON-M-1-" + version + ".listing.txt"));
            Matcher parts = Pattern.compile("((?:^[0-9a-fA-F]+\n)+)(\\{\"tag\".*?^]})",
                    Pattern.MULTILINE | Pattern.DOTALL).matcher(listing);
            while (parts.find()) {
                byte[] binary = HexFormat.of().parseHex(parts.group(1).replace("\n", ""));
                assertThat(encoded(json(parts.group(2)))).isEqualTo(binary);
                compared++;
            }
        }
        assertThat(compared).isEqualTo(8);
    }

    /** XML has no way to write most control characters. */
    private static boolean isSayableInXml(TtlvItem item) {
        return switch (item) {
            case TtlvItem.Structure structure ->
                structure.items().stream().allMatch(JsonVectorsTest::isSayableInXml);
            case TtlvItem.Utf8Item text ->
                text.text().chars().allMatch(c -> c >= ' ' || "\t\n\r".indexOf(c) >= 0);
            default -> true;
        };
    }

    private static TtlvItem json(String text) throws TtlvJsonFault {
        return JSON.read(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), LIMITS);
    }

    private static List<TtlvItem> items(byte[] all) throws TtlvFault {
        List<TtlvItem> items = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(all);
        while (in.hasRemaining()) {
            int length = TtlvBinary.framedLength(in, LIMITS);
            items.add(TtlvBinary.decode(in.slice(in.position(), length), LIMITS));
            in.position(in.position() + length);
        }
        return items;
    }

    private static byte[] encoded(TtlvItem item) {
        ByteBuffer out = ByteBuffer.allocate(TtlvBinary.encodedLength(item));
        TtlvBinary.encode(item, out);
        return out.array();
    }

    private static Path shared(String path) {
        Path file = Path.of(System.getProperty("sallyport.shared", "missing")).resolve(path);
        if (!Files.exists(file)) {
            Assumptions.abort("skipped: no vectors");
        }
        return file;
    }

    private static String string(String line, String member) {
        Matcher matcher = Pattern.compile("\"" + member + "\": \"([^\"]*)").matcher(line);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
