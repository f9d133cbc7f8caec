package io.sallyport.gateway.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;

import io.sallyport.gateway.admin.AdminException;
import io.sallyport.gateway.admin.AdminJson;
import io.sallyport.gateway.admin.EngineAdministration;
import io.sallyport.gateway.rewrap.Progress;
import io.vertx.core.json.JsonObject;

/**
 * Waits for re-wrapping and shows how far it is: one line that changes on a terminal, a line every
 * few seconds elsewhere. Not thread-safe.
 */
final class RewrapWait {
    private static final String CLEAR = "\r\u001b[K";
    private static final int BAR = 30;
    private static final long TERMINAL_MILLIS = 250;
    private static final long PLAIN_MILLIS = 2_000;

    private final EngineAdministration gateway;
    private final PrintWriter out;
    private final boolean shown;
    private final boolean terminal;

    RewrapWait(EngineAdministration gateway, PrintWriter out, boolean shown) {
        this.gateway = gateway;
        this.out = out;
        this.shown = shown;
        this.terminal = Optional.ofNullable(System.console()).map(Console::isTerminal)
                .orElse(false);
    }

    /** How far it is, once nothing is left that it can do. */
    Progress untilDone() throws AdminException, InterruptedException {
        Progress progress = gateway.rewrapProgress();
        while (progress.running()) {
            if (shown) {
                out.print(terminal
                        ? CLEAR + bar(progress)
                        : line(AdminJson.progress(progress)) + System.lineSeparator());
                out.flush();
            }
            Thread.sleep(terminal || !shown ? TERMINAL_MILLIS : PLAIN_MILLIS);
            progress = gateway.rewrapProgress();
        }
        if (shown && terminal) {
            out.print(CLEAR);
        }
        return progress;
    }

    /** One sentence that says how far it is. */
    static String line(JsonObject progress) {
        String trouble = progress.getString("trouble");
        String facts = String.format(Locale.ROOT, "re-wrapped %d, left %d, not authentic %d,"
                + " %.0f a second", progress.getLong("done"), progress.getLong("left"),
                progress.getLong("refused"), progress.getDouble("perSecond"));
        return facts + (progress.getBoolean("running") ? "" : "; nothing is under way")
                + (trouble == null ? "" : "; waits: " + trouble);
    }

    private static String bar(Progress progress) {
        long all = Math.max(1, progress.done() + progress.left());
        int full = (int) (BAR * progress.done() / all);
        return "[" + "#".repeat(full) + " ".repeat(BAR - full) + "] "
                + line(AdminJson.progress(progress));
    }
}
