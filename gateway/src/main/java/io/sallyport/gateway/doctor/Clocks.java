package io.sallyport.gateway.doctor;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Compares clocks. Stateless. */
public final class Clocks {
    /** Certificates are valid from ten minutes before their making: up to that, all goes well. */
    private static final Duration HARMLESS = Duration.ofMinutes(10);
    /** An answer takes time, and a time stamp is in whole seconds. */
    private static final Duration UNSEEN = Duration.ofSeconds(30);

    private Clocks() {}

    /** What the difference between two clocks means. */
    public static Optional<Finding> compare(Instant here, Instant server) {
        Duration apart = Duration.between(here, server).abs();
        if (apart.compareTo(HARMLESS) > 0) {
            return Optional.of(new ClockFinding.ClockOff(here, server));
        }
        return apart.compareTo(UNSEEN) > 0
                ? Optional.of(new ClockFinding.ClockDrifts(here, server))
                : Optional.empty();
    }

    /** A length of time for people, in its largest units. */
    static String words(Duration duration) {
        if (duration.toDays() > 0) {
            return duration.toDays() + " d " + duration.toHoursPart() + " h";
        }
        return duration.toHours() > 0
                ? duration.toHours() + " h " + duration.toMinutesPart() + " min"
                : duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
    }
}
