package io.sallyport.samples.quickstart;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table at the end: every step, what was proved, how long it took. */
final class Report {
    private final List<Row> rows = new ArrayList<>();

    /** One step that was run. */
    private record Row(String title, StepResult result, Duration time) {}

    void add(String title, StepResult result, Duration time) {
        rows.add(new Row(title, result, time));
    }

    static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }

    String table() {
        int widest = rows.stream().mapToInt(row -> row.title().length()).max().orElse(4);
        StringBuilder table = new StringBuilder();
        String form = "%3s  %-" + widest + "s  %8s  %s%n";
        table.append(String.format(Locale.ROOT, form, "", "step", "time", "proved"));
        int number = 0;
        Duration total = Duration.ZERO;
        for (Row row : rows) {
            number++;
            total = total.plus(row.time());
            String text = switch (row.result()) {
                case StepResult.Proved proved -> proved.text();
                case StepResult.Failed failed -> "FAILED: " + failed.text();
            };
            table.append(String.format(Locale.ROOT, form, number, row.title(),
                    seconds(row.time()), text));
        }
        return table.append(String.format(Locale.ROOT, form, "", "total", seconds(total), ""))
                .toString();
    }
}
