package io.sallyport.hsm.client;

import java.time.Duration;

/**
 * Budgets of a link.
 *
 * @param commandsMax commands that may wait for their answers
 * @param bytesMax bytes that may wait to be written
 * @param deadline how long an answer may take before the engine counts as hung
 * @param greeting how long the engine may take to greet: it has just started then, on a host that may
 *        be busy with starting other things
 */
public record LinkLimits(int commandsMax, int bytesMax, Duration deadline, Duration greeting) {
    private static final Duration GREETING = Duration.ofSeconds(20);

    /** 4,096 commands, 8 MiB, 2 seconds; 20 seconds for the greeting. */
    public static final LinkLimits DEFAULT =
            new LinkLimits(4096, 8 << 20, Duration.ofSeconds(2), GREETING);

    /** For slow commands on a link of their own: 256 commands, 8 MiB, a minute. */
    public static final LinkLimits SLOW =
            new LinkLimits(256, 8 << 20, Duration.ofMinutes(1), GREETING);
}
