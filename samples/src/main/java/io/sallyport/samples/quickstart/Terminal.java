package io.sallyport.samples.quickstart;

import java.io.Console;
import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What the user sees while the steps run: on a terminal one line that counts the seconds, else one
 * plain line per step when it is done. Colours only on a terminal, and never with NO_COLOR set.
 */
final class Terminal {
    private static final long TICK_MILLIS = 200;

    private final PrintStream out;
    private final boolean interactive;
    private final boolean colours;
    private @Nullable Thread ticker;

    private Terminal(PrintStream out, boolean interactive, boolean colours) {
        this.out = out;
        this.interactive = interactive;
        this.colours = colours;
    }

    static Terminal standard() {
        boolean interactive =
                Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false)
                        && !"dumb".equals(System.getenv("TERM"));
        boolean colours = interactive && System.getenv("NO_COLOR") == null;
        return new Terminal(System.out, interactive, colours);
    }

    static Terminal plain(PrintStream out) {
        return new Terminal(out, false, false);
    }

    void line(String text) {
        out.println(text);
    }

    void begin(String text) {
        if (!interactive) {
            return;
        }
        long start = System.nanoTime();
        ticker = Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    out.printf("\r%s ... %d s\033[K", text,
                            TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start));
                    out.flush();
                    Thread.sleep(TICK_MILLIS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    void end(String text, boolean good) throws InterruptedException {
        Thread running = ticker;
        if (running != null) {
            running.interrupt();
            running.join();
            ticker = null;
            out.print("\r\033[K");
        }
        String mark = good ? "ok    " : "FAILED";
        out.println((colours ? (good ? "\033[32m" : "\033[31m") + mark + "\033[0m" : mark) + "  "
                + text);
        out.flush();
    }
}
