package io.sallyport.kmip.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.Items;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.ttlv.TtlvBinary;
import io.sallyport.kmip.ttlv.TtlvFault;
import io.sallyport.kmip.ttlv.TtlvItem;
import io.sallyport.kmip.ttlv.TtlvLimits;

/**
 * Messages of other implementations become records and, where they are canonical, the same bytes
 * again.
 */
class RecordedMessagesTest {
    /** Requests that can't be said again, by a part of their name. */
    private static final Map<String, String> REFUSED = Map.of(
            "perconakc20", "asks for attributes by Archive Date structures instead of references"
                    + " (the client repeats the request in another form when it is refused), and"
                    + " for an attribute that 2.0 has no more",
            "Use Case 8.1 (0) - Create Key Pair response", "two Unique Identifiers, where the"
                    + " specification has a name for that of each key",
            "TC-NP-2-12 RequestMessage 1", "says 1.0 and carries Fresh, an attribute of 1.1",
            "v1.0-get-wrapped-nist", "Encoding Option is a field of 1.1",
            "v1.0-mac", "MAC is an operation of 1.2",
            "v1.0-encrypt", "Encrypt is an operation of 1.2");

    /** Messages that come back in another form, by a part of their name. */
    private static final Map<String, String> DIFFERENT = Map.of(
            "v1.0-get-wrapped-nist", "Encoding Option is a field of 1.1: understood, not answered",
            "v2.0-locate-all", "no Attributes at all; an empty structure is sent",
            "Use Case 11.1 (2)", "the header's batch options are printed in the wrong order",
            "-rekey", "a Template-Attribute without attributes is left out",
            "perconakc20", "attribute names as text in 2.0 become references");

    private final KmipCodec codec = new KmipCodec();

    @Test
    void vectorsOfBoundOperationsAreReproduced() throws IOException {
        Tally tally = new Tally();
        for (String line : Files.readAllLines(shared("kmip/ttlv-vectors.jsonl"))) {
            String kind = member(line, "kind");
            if (kind.equals("request") || kind.equals("response") || kind.equals("message")) {
                tally.add(member(line, "name"), HexFormat.of().parseHex(member(line, "hex")));
            }
        }
        tally.print("vectors");
        assertThat(tally.refused.keySet()).allMatch(name -> explained(name, REFUSED));
        assertThat(tally.different).allMatch(name -> explained(name, DIFFERENT));
        assertThat(tally.same).isGreaterThan(450);
    }

    @Test
    void recordedExchangesAreReproduced() throws IOException {
        Tally tally = new Tally();
        for (String line : Files.readAllLines(shared("kmip/pykmip-wire.jsonl"))) {
            for (String member : List.of("request_hex", "response_hex")) {
                tally.add(member(line, "name") + " " + member,
                        HexFormat.of().parseHex(member(line, member)));
            }
        }
        tally.print("recordings");
        assertThat(tally.refused.keySet()).allMatch(name -> explained(name, REFUSED));
        assertThat(tally.different).allMatch(name -> explained(name, DIFFERENT));
        assertThat(tally.same).isGreaterThan(400);
    }

    private final class Tally {
        private int same;
        private int other;
        private final List<String> different = new ArrayList<>();
        private final Map<String, String> refused = new TreeMap<>();

        void add(String name, byte[] bytes) {
            TtlvItem item;
            try {
                item = TtlvBinary.decode(ByteBuffer.wrap(bytes), TtlvLimits.DEFAULT);
            } catch (TtlvFault fault) {
                other++;
                return;
            }
            if (!bound(item)) {
                other++;
                return;
            }
            try {
                if (Items.equal(again(item), withoutIndexZero(item))) {
                    same++;
                } else {
                    different.add(name);
                }
            } catch (KmipFault fault) {
                refused.put(name, fault.detail());
            } catch (IllegalArgumentException unsayable) {
                refused.put(name, String.valueOf(unsayable.getMessage()));
            }
        }

        private TtlvItem again(TtlvItem item) throws KmipFault {
            if (item.tag() == Tag.REQUEST_MESSAGE) {
                return codec.toItem(codec.requestFromItem(item));
            }
            return codec.toItem(codec.responseFromItem(item));
        }

        void print(String what) {
            System.out.printf(
                    "KMIP %s: %d equal, %d different, %d refused, %d of other operations%n",
                    what, same, different.size(), refused.size(), other);
            different.forEach(name -> System.out.println("  different: " + name));
            refused.forEach((name, why) -> System.out.println("  refused: " + name + ": " + why));
        }
    }

    private static boolean bound(TtlvItem message) {
        if (!(message instanceof TtlvItem.Structure structure)
                || (message.tag() != Tag.REQUEST_MESSAGE
                        && message.tag() != Tag.RESPONSE_MESSAGE)) {
            return false;
        }
        for (TtlvItem item : structure.items()) {
            if (item.tag() == Tag.BATCH_ITEM
                    && Items.child(item, Tag.OPERATION) instanceof TtlvItem.EnumerationItem code
                    && Arrays.stream(Operation.values()).noneMatch(o -> o.code() == code.value())) {
                return false;
            }
        }
        return true;
    }

    private static boolean explained(String name, Map<String, String> reasons) {
        return reasons.keySet().stream().anyMatch(name::contains);
    }

    /** Index 0 is the default: it is understood and never sent. */
    private static TtlvItem withoutIndexZero(TtlvItem item) {
        if (!(item instanceof TtlvItem.Structure structure)) {
            return item;
        }
        List<TtlvItem> kept = new ArrayList<>();
        for (TtlvItem child : structure.items()) {
            boolean zero = item.tag() == Tag.ATTRIBUTE && child.tag() == Tag.ATTRIBUTE_INDEX
                    && child instanceof TtlvItem.IntegerItem index && index.value() == 0;
            if (!zero) {
                kept.add(withoutIndexZero(child));
            }
        }
        return new TtlvItem.Structure(item.tag(), kept);
    }

    private static Path shared(String path) {
        Path file = Path.of(System.getProperty("sallyport.shared", ""), path);
        if (!Files.exists(file)) {
            Assumptions.abort("skipped: no vectors");
        }
        return file;
    }

    private static String member(String line, String name) {
        Matcher matcher = Pattern.compile("\"" + name + "\": \"([^\"]*)\"")
                .matcher(line);
        return matcher.find() ? matcher.group(1) : "";
    }
}
