package io.sallyport.kmip.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs {@link CodecBenchmarks} in rounds, each in processes of its own with one measuring thread,
 * and shows the medians of all iterations. The compiler is waited for: where others take its time
 * it would still be at work when the measuring begins. With {@code sallyport.bench.baseline}, a
 * folder with the classes of another build of the codec, every round also measures that one.
 */
@Tag("bench")
class CodecBench {
    private static final int ROUNDS = Integer.getInteger("sallyport.bench.rounds", 3);
    private static final String BASELINE = System.getProperty("sallyport.bench.baseline", "");
    private static final String CLASS_PATH = "java.class.path";
    private static final String ALLOCATED = "gc.alloc.rate.norm";
    private static final List<String> BENCHMARKS = List.of("copy", "ttlvDecode", "ttlvEncode",
            "decode", "encode", "decodeAndEncode");

    private final Map<String, Samples> samples = new LinkedHashMap<>();

    private record Samples(List<Double> perSecond, List<Double> bytes) {}

    @Test
    void decodeAndEncodeBesideACopy() throws RunnerException, IOException {
        ByteBuffer frame = EncryptMessage.bytes();
        assertThat(frame.limit()).as("the message of the report").isEqualTo(304);
        for (int round = 0; round < ROUNDS; round++) {
            if (!BASELINE.isEmpty()) {
                String mine = System.getProperty(CLASS_PATH);
                System.setProperty(CLASS_PATH, BASELINE + File.pathSeparator + mine);
                try {
                    run("before: ");
                } finally {
                    System.setProperty(CLASS_PATH, mine);
                }
            }
            run("");
        }
        String report = report();
        System.out.println(report);
        Files.writeString(Files.createDirectories(Path.of("target")).resolve("codec-bench.md"),
                report);
    }

    private void run(String build) throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                .include(CodecBenchmarks.class.getName()).forks(1).threads(1)
                .jvmArgs("-XX:+UseG1GC", "-Xmx512m", "-XX:-BackgroundCompilation")
                .warmupIterations(4).warmupTime(TimeValue.seconds(1))
                .measurementIterations(5).measurementTime(TimeValue.milliseconds(600))
                .addProfiler(GCProfiler.class).shouldFailOnError(true).build()).run();
        for (RunResult result : results) {
            String label = result.getPrimaryResult().getLabel();
            Samples all = samples.computeIfAbsent(build + label,
                    _ -> new Samples(new ArrayList<>(), new ArrayList<>()));
            result.getBenchmarkResults().forEach(fork -> {
                for (IterationResult iteration : fork.getIterationResults()) {
                    all.perSecond().add(iteration.getPrimaryResult().getScore());
                    all.bytes().add(Objects.requireNonNull(
                            iteration.getSecondaryResults().get(ALLOCATED)).getScore());
                }
            });
        }
    }

    private String report() {
        StringBuilder table = new StringBuilder(String.format(Locale.ROOT,
                "| work | messages/s | ns | least ns | bytes allocated | time / copy |%n"
                        + "| --- | ---: | ---: | ---: | ---: | ---: |%n"));
        for (String build : BASELINE.isEmpty() ? List.of("") : List.of("before: ", "")) {
            double floor = median(build + "copy");
            for (String benchmark : BENCHMARKS) {
                double perSecond = median(build + benchmark);
                table.append(String.format(Locale.ROOT,
                        "| %s%s | %.0f | %.0f | %.0f | %.0f | %.1f |%n", build, benchmark,
                        perSecond, 1e9 / perSecond,
                        1e9 / Collections.max(sample(build + benchmark).perSecond()),
                        median(sample(build + benchmark).bytes()), floor / perSecond));
            }
        }
        return table.toString();
    }

    private Samples sample(String name) {
        Samples found = samples.get(name);
        if (found == null) {
            throw new AssertionError("not measured: " + name);
        }
        return found;
    }

    private double median(String name) {
        return median(sample(name).perSecond());
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
