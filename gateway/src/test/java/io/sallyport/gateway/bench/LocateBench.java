package io.sallyport.gateway.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.sallyport.gateway.journal.BulkFill;
import io.sallyport.gateway.testing.GatewayProcess;
import io.sallyport.kmip.client.KmipClient;
import io.sallyport.kmip.client.KmipClientConfig;
import io.sallyport.kmip.client.TlsContexts;
import io.sallyport.kmip.message.payload.Locate;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.CryptographicAlgorithm;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.ObjectGroupMember;
import io.sallyport.kmip.model.State;

/**
 * Locate over TLS, audited as ever, in partitions of a thousand to a million keys. Every search is
 * asked one at a time until its time or its number is over.
 */
@Tag("bench")
class LocateBench {
    private static final int[] SIZES = {1_000, 100_000, 1_000_000};
    private static final int ASKED_MAX = 300;
    private static final int WARM_UP_MAX = 100;
    private static final long SEARCH_NANOS = TimeUnit.MILLISECONDS.toNanos(2_500);
    private static final long WARM_UP_NANOS = TimeUnit.MILLISECONDS.toNanos(700);
    private static final int PAGE = 100;
    private static final double MICROS = 1_000;

    private final Map<String, List<String>> cells = new LinkedHashMap<>();

    @Test
    void searchesOfLargePartitions(@TempDir Path folder) throws Exception {
        StringBuilder fills = new StringBuilder(String.format(Locale.ROOT,
                "| keys | filled in s, of that size alone | store, MB | bytes for a key |%n"
                        + "| ---: | ---: | ---: | ---: |%n"));
        try (GatewayProcess gateway = GatewayProcess.init(folder.resolve("home"))) {
            gateway.start();
            Path files = gateway.addClient("load");
            Path store = gateway.home().resolve("store/sallyport.db");
            int from = 0;
            for (int size : SIZES) {
                assertThat(gateway.stop()).isZero();
                long begun = System.nanoTime();
                BulkFill.fill(store, from, size, ManyKeys::key);
                double seconds = (System.nanoTime() - begun) / 1e9;
                from = size;
                fills.append(String.format(Locale.ROOT, "| %d | %.1f | %.1f | %d |%n", size,
                        seconds, Files.size(store) / 1e6, Files.size(store) / size));
                gateway.start();
                try (KmipClient client = client(gateway, files)) {
                    searches(client, size);
                }
            }
        }
        report(fills);
    }

    private static KmipClient client(GatewayProcess gateway, Path files) throws Exception {
        return new KmipClient(KmipClientConfig.of("localhost", gateway.kmipPort(),
                TlsContexts.ofPem(files.resolve("ca.pem"), files.resolve("client.pem"),
                        files.resolve("client-key.pem")))
                .withDeadline(Duration.ofSeconds(60)));
    }

    private void searches(KmipClient client, int size) throws Exception {
        int live = size - size / 20;
        measure(client, "Name", 1, i -> search(null, null, ManyKeys.name(some(i, size))));
        measure(client, "custom attribute, unique", 1,
                i -> search(null, null, ManyKeys.ticket(some(i, size))));
        measure(client, "Name and Object Group of half the keys", 1, i -> search(null, null,
                ManyKeys.group(ManyKeys.POOL), ManyKeys.name(some(i, size) & ~1)));
        measure(client, "State and Algorithm, first 100", PAGE,
                i -> search(PAGE, null,
                        Attribute.enumeration(AttributeType.STATE, State.ACTIVE),
                        Attribute.enumeration(AttributeType.CRYPTOGRAPHIC_ALGORITHM,
                                CryptographicAlgorithm.DES3)));
        measure(client, "State alone, rare, first 10", 10,
                i -> search(10, null,
                        Attribute.enumeration(AttributeType.STATE, State.DEACTIVATED)));
        measure(client, "Object Group of half the keys, first 100", PAGE,
                i -> search(PAGE, null, ManyKeys.group(ManyKeys.POOL)));
        measure(client, "the same, Fresh members, first 1", 1,
                i -> new Locate.Request(1, null, null,
                        Enumerated.of(ObjectGroupMember.GROUP_MEMBER_FRESH),
                        AttributeList.of(ManyKeys.group(ManyKeys.POOL))));
        measure(client, "Initial Date within 200 s, first 100", PAGE,
                i -> search(PAGE, null,
                        Attribute.date(AttributeType.INITIAL_DATE, ManyKeys.FIRST_DATE + size / 2),
                        Attribute.date(AttributeType.INITIAL_DATE,
                                ManyKeys.FIRST_DATE + size / 2 + 200)));
        measure(client, "everything, first 100", PAGE, i -> search(PAGE, null));
        measure(client, "everything, Offset 0, counted", PAGE, i -> search(PAGE, 0));
        measure(client, "everything, page after page", PAGE,
                i -> search(PAGE, i * PAGE % (live / PAGE * PAGE)));
        measure(client, "everything, a page in the middle", PAGE,
                i -> search(PAGE, live / 2 + i % 7));
        measure(client, "everything, the last page", PAGE, i -> search(PAGE, live - PAGE - i % 7));
    }

    private static Locate.Request search(@Nullable Integer items, @Nullable Integer offset,
            Attribute... filter) {
        return new Locate.Request(items, offset, null, null, AttributeList.of(filter));
    }

    /** A number of a key that is not destroyed; every other one when counted up. */
    private static int some(int asked, int size) {
        int number = (int) (asked * 7_919L % size);
        return number % 20 == 17 ? number - 1 : number;
    }

    private void measure(KmipClient client, String what, int found,
            IntFunction<Locate.Request> search) throws Exception {
        int asked = 0;
        for (long end = System.nanoTime() + WARM_UP_NANOS; asked < WARM_UP_MAX
                && System.nanoTime() < end; asked++) {
            client.call(search.apply(asked), Locate.Response.class);
        }
        List<Long> nanos = new ArrayList<>();
        for (long end = System.nanoTime() + SEARCH_NANOS; nanos.size() < ASKED_MAX
                && (nanos.isEmpty() || System.nanoTime() < end); asked++) {
            Locate.Request request = search.apply(asked);
            long begun = System.nanoTime();
            Locate.Response answer = client.call(request, Locate.Response.class);
            nanos.add(System.nanoTime() - begun);
            assertThat(answer.uniqueIdentifiers()).as(what).hasSize(found);
        }
        long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        cells.computeIfAbsent(what, _ -> new ArrayList<>())
                .add(String.format(Locale.ROOT, "%.0f | %.0f", sorted[sorted.length / 2] / MICROS,
                        sorted[sorted.length * 99 / 100] / MICROS));
    }

    private void report(StringBuilder fills) throws IOException {
        StringBuilder report = new StringBuilder("| search |");
        for (int size : SIZES) {
            report.append(String.format(Locale.ROOT, " %d: p50 us | p99 us |", size));
        }
        report.append(String.format(Locale.ROOT, " p50, largest / smallest |%n| --- |"));
        report.append(" ---: |".repeat(SIZES.length * 2 + 1)).append(System.lineSeparator());
        cells.forEach((what, row) -> report.append(String.format(Locale.ROOT,
                "| %s | %s | %.1f |%n", what, String.join(" | ", row),
                median(row.getLast()) / median(row.getFirst()))));
        report.append(System.lineSeparator()).append(fills);
        System.out.println(report);
        Files.writeString(
                Files.createDirectories(Path.of("target")).resolve("locate-bench.md"), report);
    }

    private static double median(String cell) {
        return Double.parseDouble(cell.substring(0, cell.indexOf(' ')));
    }
}
