package io.sallyport.gateway.doctor;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The tables of docs/doctor.md, made of the findings themselves. */
final class FindingsPage {
    private static final Instant SAMPLE = Instant.parse("2026-01-31T12:00:00Z");

    private FindingsPage() {}

    /** Every kind of finding, by area. */
    static List<Class<?>> areas() {
        return List.of(Finding.class.getPermittedSubclasses());
    }

    /** Every finding of an area. */
    static List<Class<?>> of(Class<?> area) {
        return List.of(area.getPermittedSubclasses());
    }

    static String text() throws ReflectiveOperationException {
        StringBuilder text = new StringBuilder();
        for (Class<?> area : areas()) {
            text.append("### ").append(area.getSimpleName().replace("Finding", "")
                    .replaceAll("(?<=[a-z])(?=[A-Z])", " ")).append("\n\n")
                    .append("| finding | weight | cause | fix |\n| --- | --- | --- | --- |\n");
            for (Class<?> kind : of(area)) {
                Finding sample = (Finding) sample(kind, "");
                text.append("| `").append(sample.code()).append("` | ")
                        .append(sample.severity().name().toLowerCase(Locale.ROOT)).append(" | ")
                        .append(cell(sample.cause())).append(" | ").append(cell(sample.fix()))
                        .append(" |\n");
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("<", "&lt;");
    }

    /** A value of the type, in which texts are the names of their places. */
    private static Object sample(Class<?> type, String name) throws ReflectiveOperationException {
        String place = name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toUpperCase(Locale.ROOT);
        if (type == String.class) {
            return place;
        }
        if (type == List.class) {
            return List.of(place, "…");
        }
        if (type == long.class) {
            return 2L;
        }
        if (type == int.class) {
            return 5696;
        }
        List<Object> values = new ArrayList<>();
        RecordComponent[] components = type.getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            values.add(components[i].getType() == Instant.class
                    ? SAMPLE.plus(Duration.ofDays(i))
                    : sample(components[i].getType(), components[i].getName()));
        }
        return type.getDeclaredConstructor(Arrays.stream(components)
                .map(RecordComponent::getType).toArray(Class<?>[]::new))
                .newInstance(values.toArray());
    }
}
