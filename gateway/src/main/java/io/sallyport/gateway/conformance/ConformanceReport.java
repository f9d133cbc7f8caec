package io.sallyport.gateway.conformance;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import io.sallyport.gateway.conformance.CaseOutcome.Verdict;
import io.sallyport.kmip.conformance.Leniency;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** What a run found. */
public record ConformanceReport(List<CaseOutcome> outcomes) {

    /** Copies the list. */
    public ConformanceReport {
        outcomes = List.copyOf(outcomes);
    }

    /** How many cases ran and how many of them passed. */
    public record Count(int run, int passed) {
        private Count plus(CaseOutcome outcome) {
            boolean good = outcome.verdict() == Verdict.PASSED
                    || outcome.verdict() == Verdict.PASSED_THOUGH_LEFT_OUT;
            return outcome.verdict() == Verdict.NOT_RUN
                    ? this
                    : new Count(run + 1, passed + (good ? 1 : 0));
        }

        /** Such as 7/9; empty if none ran. */
        @Override
        public String toString() {
            return run == 0 ? "" : passed + "/" + run;
        }
    }

    /** Whether no case failed. */
    public boolean passed() {
        return outcomes.stream().noneMatch(CaseOutcome::isFailure);
    }

    /** How many cases came to this end. */
    public long count(Verdict verdict) {
        return outcomes.stream().filter(outcome -> outcome.verdict() == verdict).count();
    }

    /** The versions of all cases. */
    public List<String> versions() {
        return List.copyOf(new TreeSet<>(
                outcomes.stream().map(outcome -> outcome.file().version()).toList()));
    }

    /** By profile and family, such as "mandatory CS-BC", and then by version. */
    public Map<String, Map<String, Count>> table() {
        Map<String, Map<String, Count>> table = new TreeMap<>();
        for (CaseOutcome outcome : outcomes) {
            CaseFile file = outcome.file();
            Map<String, Count> row = table.computeIfAbsent(
                    file.profile() + " " + file.family(), _ -> new TreeMap<>());
            row.put(file.version(), row.getOrDefault(file.version(), new Count(0, 0))
                    .plus(outcome));
        }
        return table;
    }

    /** In how many cases that passed each leniency was used. */
    public Map<Leniency, Integer> leniencies() {
        Map<Leniency, Integer> used = new EnumMap<>(Leniency.class);
        for (CaseOutcome outcome : outcomes) {
            if (outcome.verdict() == Verdict.PASSED) {
                outcome.leniencies().forEach(one -> used.merge(one, 1, Integer::sum));
            }
        }
        return used;
    }

    /** Everything, for programs. */
    public JsonObject toJson() {
        JsonObject json = new JsonObject().put("passed", passed());
        JsonObject counts = new JsonObject();
        for (Verdict verdict : Verdict.values()) {
            counts.put(verdict.name(), count(verdict));
        }
        JsonObject leniencies = new JsonObject();
        leniencies().forEach((one, count) -> leniencies.put(one.name(), count));
        JsonObject table = new JsonObject();
        table().forEach((row, cells) -> {
            JsonObject versions = new JsonObject();
            cells.forEach((version, count) -> versions.put(version,
                    new JsonObject().put("run", count.run()).put("passed", count.passed())));
            table.put(row, versions);
        });
        JsonArray cases = new JsonArray();
        outcomes.forEach(outcome -> cases.add(toJson(outcome)));
        return json.put("counts", counts).put("leniencies", leniencies).put("table", table)
                .put("cases", cases);
    }

    private static JsonObject toJson(CaseOutcome outcome) {
        JsonObject json = new JsonObject().put("name", outcome.file().name())
                .put("version", outcome.file().version()).put("profile", outcome.file().profile())
                .put("verdict", outcome.verdict().name())
                .put("leniencies",
                        new JsonArray(outcome.leniencies().stream().map(Leniency::name).toList()));
        if (!outcome.leftOutReason().isEmpty()) {
            json.put("leftOut", outcome.leftOutReason());
        }
        if (!outcome.differences().isEmpty()) {
            json.put("differences", new JsonArray(outcome.differences()))
                    .put("lastRequest", outcome.lastRequest())
                    .put("lastAnswer", outcome.lastAnswer());
        }
        return json;
    }
}
