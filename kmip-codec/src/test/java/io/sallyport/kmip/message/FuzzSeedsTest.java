package io.sallyport.kmip.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;

import org.junit.jupiter.api.Test;

import io.sallyport.kmip.fuzz.Corpus;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.KmipNames;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.ttlv.ByteSlice;
import io.sallyport.kmip.ttlv.TtlvBinary;
import io.sallyport.kmip.ttlv.TtlvItem;
import io.sallyport.kmip.ttlv.json.TtlvJson;
import io.sallyport.kmip.ttlv.xml.TtlvXml;

/**
 * The seeds of the fuzz targets: every operation, as a 1.x and as a 2.x client says it. After a
 * change, run it once with {@code -Dsallyport.test.jvmArgs=-Dsallyport.corpus.write=true}.
 */
class FuzzSeedsTest {
    private static final ByteSlice ITEM_ID = ByteSlice.of(new byte[]{1, 2, 3, 4, 5, 6, 7, 8});
    private static final List<KmipVersion> VERSIONS = List.of(KmipVersion.V1_4, KmipVersion.V2_1);

    private final KmipCodec codec = new KmipCodec();

    @Test
    void theSeedsOfTheCorpusAreMessagesAsTheyAreWrittenToday() throws IOException {
        Map<String, TtlvItem> requests = new TreeMap<>();
        Map<String, TtlvItem> responses = new TreeMap<>();
        for (KmipVersion version : VERSIONS) {
            for (RequestPayload payload : Samples.requests(version)) {
                Operation operation = Objects.requireNonNull(payload.operation());
                if (operation.definedIn(version)) {
                    requests.put(name(operation, version), codec.toItem(new RequestMessage(
                            RequestHeader.of(version, 1),
                            List.of(RequestBatchItem.of(payload, ITEM_ID)))));
                }
            }
            for (ResponsePayload payload : Samples.responses()) {
                Operation operation = Objects.requireNonNull(payload.operation());
                if (operation.definedIn(version) && codec.canSay(payload, version)) {
                    ResponseBatchItem item = ResponseBatchItem
                            .success(Enumerated.of(operation), ITEM_ID, payload);
                    responses.put(name(operation, version), codec.toItem(new ResponseMessage(
                            ResponseHeader.of(version, 0, 1), List.of(item))));
                }
            }
        }
        List<String> stale = new ArrayList<>();
        check(Corpus.REQUESTS, binary(requests), stale);
        check(Corpus.RESPONSES, binary(responses), stale);
        check(Corpus.TTLV, binary(requests), stale);
        check(Corpus.XML, texts(requests, new TtlvXml(KmipNames.INSTANCE)::write), stale);
        check(Corpus.JSON, texts(requests, new TtlvJson(KmipNames.INSTANCE)::write), stale);
        assertThat(stale).isEmpty();
    }

    private static String name(Operation operation, KmipVersion version) {
        return "seed-" + operation.xmlName() + "-" + version.major() + "." + version.minor();
    }

    private static Map<String, byte[]> binary(Map<String, TtlvItem> items) {
        Map<String, byte[]> files = new TreeMap<>();
        items.forEach((name, item) -> {
            ByteBuffer out = ByteBuffer.allocate(TtlvBinary.encodedLength(item));
            TtlvBinary.encode(item, out);
            files.put(name, out.array());
        });
        return files;
    }

    private static Map<String, byte[]> texts(Map<String, TtlvItem> items,
            Function<TtlvItem, String> write) {
        Map<String, byte[]> files = new TreeMap<>();
        items.forEach((name, item) -> files.put(name,
                write.apply(item).getBytes(StandardCharsets.UTF_8)));
        return files;
    }

    private static void check(Path folder, Map<String, byte[]> seeds, List<String> stale)
            throws IOException {
        boolean write = Boolean.getBoolean("sallyport.corpus.write");
        for (Map.Entry<String, byte[]> seed : seeds.entrySet()) {
            Path file = folder.resolve(seed.getKey());
            if (write) {
                Files.createDirectories(folder);
                Files.write(file, seed.getValue());
            } else if (!Files.exists(file)
                    || !Arrays.equals(Files.readAllBytes(file), seed.getValue())) {
                stale.add(file.toString());
            }
        }
    }
}
