package io.sallyport.kmip.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import io.sallyport.kmip.model.Items;
import io.sallyport.kmip.model.KmipNames;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.ttlv.TtlvBinary;
import io.sallyport.kmip.ttlv.TtlvItem;
import io.sallyport.kmip.ttlv.TtlvLimits;
import io.sallyport.kmip.ttlv.TtlvType;
import io.sallyport.kmip.ttlv.xml.TtlvXml;
import io.sallyport.kmip.ttlv.xml.TtlvXmlFault;
import io.sallyport.kmip.ttlv.xml.XmlElement;

/**
 * Every message of every published case becomes records, and out of them the same message again.
 * What does not is in {@code published-case-exceptions.txt} with its reason, and only that.
 */
class PublishedCasesTest {
    private static final TtlvXml XML = new TtlvXml(KmipNames.INSTANCE);
    private static final TtlvLimits LIMITS = new TtlvLimits(64 << 20, 64, 1_000_000, 1 << 20, 64);

    private final KmipCodec codec = new KmipCodec();

    @Test
    void everyMessageComesBackOutOfItsRecords() throws Exception {
        Map<String, String> found = new LinkedHashMap<>();
        int messages = 0;
        List<Path> files = cases();
        assertThat(files).hasSizeGreaterThanOrEqualTo(620);
        for (Path file : files) {
            int number = 0;
            for (XmlElement message : messages(file)) {
                messages++;
                String problem = problem(XML.read(message, PublishedCasesTest::example));
                if (!problem.isEmpty()) {
                    found.put(name(file) + " " + number, problem);
                }
                number++;
            }
        }
        found.forEach((name, problem) -> System.out.println("case " + name + ": " + problem));
        System.out.printf("Published messages bound: %d of %d%n", messages - found.size(),
                messages);
        assertThat(new TreeSet<>(found.keySet())).isEqualTo(new TreeSet<>(exceptions().keySet()));
    }

    /** What is wrong with a message that does not come back, or nothing. */
    private String problem(TtlvItem message) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(encoded(message));
            TtlvItem again;
            if (message.tag() == Tag.REQUEST_MESSAGE) {
                RequestMessage request = codec.decodeRequest(bytes);
                for (RequestBatchItem item : request.items()) {
                    if (item.payload() instanceof MalformedPayload malformed) {
                        return "refused: " + malformed.fault().detail();
                    }
                }
                again = codec.toItem(request);
            } else {
                again = codec.toItem(codec.decodeResponse(bytes));
            }
            return difference(ordered(message), ordered(again));
        } catch (KmipFault fault) {
            return "refused: " + fault.detail();
        } catch (IllegalArgumentException unsayable) {
            return "refused: " + unsayable.getMessage();
        }
    }

    /** Where the second tree differs from the first; nothing if they are equal. */
    private static String difference(TtlvItem first, TtlvItem second) {
        if (Items.equal(first, second)) {
            return "";
        }
        if (first instanceof TtlvItem.Structure(int tag, List<TtlvItem> mine)
                && second instanceof TtlvItem.Structure(int _, List<TtlvItem> theirs)) {
            for (int i = 0; i < Math.min(mine.size(), theirs.size()); i++) {
                if (!Items.equal(mine.get(i), theirs.get(i))) {
                    return Tag.nameOf(tag) + "/" + difference(mine.get(i), theirs.get(i));
                }
            }
            return Tag.nameOf(tag) + " has " + theirs.size() + " items, not " + mine.size();
        }
        return Tag.nameOf(first.tag()) + " became " + Tag.nameOf(second.tag());
    }

    /** The fields of every structure by tag, repeated ones as they were; index 0 is the default. */
    private static TtlvItem ordered(TtlvItem item) {
        if (!(item instanceof TtlvItem.Structure(int tag, List<TtlvItem> items))) {
            return item;
        }
        List<TtlvItem> children = new ArrayList<>();
        for (TtlvItem child : items) {
            boolean zero = child.tag() == Tag.ATTRIBUTE_INDEX
                    && child instanceof TtlvItem.IntegerItem(int _, int index) && index == 0;
            if (!zero) {
                children.add(ordered(child));
            }
        }
        children.sort(Comparator.comparingInt(TtlvItem::tag));
        return new TtlvItem.Structure(tag, children);
    }

    private static byte[] encoded(TtlvItem item) {
        ByteBuffer out = ByteBuffer.allocate(TtlvBinary.encodedLength(item));
        TtlvBinary.encode(item, out);
        return out.array();
    }

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

    private static Map<String, String> exceptions() throws IOException {
        Map<String, String> exceptions = new LinkedHashMap<>();
        try (InputStream in = PublishedCasesTest.class
                .getResourceAsStream("/published-case-exceptions.txt")) {
            assertThat(in).isNotNull();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .toList()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    int colon = line.indexOf(": ");
                    exceptions.put(line.substring(0, colon), line.substring(colon + 2));
                }
            }
        }
        return exceptions;
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".xml", "");
    }

    private static List<XmlElement> messages(Path file) throws IOException, TtlvXmlFault {
        try (InputStream in = Files.newInputStream(file)) {
            return TtlvXml.messages(XmlElement.parse(in, LIMITS));
        }
    }

    private static List<Path> cases() throws IOException {
        Path folder = Path.of(System.getProperty("sallyport.shared", "missing"), "kmip/cases");
        if (!Files.isDirectory(folder)) {
            Assumptions.abort("skipped: no cases");
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".xml")).sorted().toList();
        }
    }
}
