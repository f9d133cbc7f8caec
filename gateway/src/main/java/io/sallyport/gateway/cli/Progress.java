package io.sallyport.gateway.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Optional;

/** One line on a terminal that says how far long work is; silent elsewhere. Not thread-safe. */
final class Progress implements AutoCloseable {
    private static final String CLEAR = "\r\u001b[K";

    private final PrintWriter terminal;
    private final int steps;
    private final boolean shown;
    private int done;

    Progress(PrintWriter terminal, int steps) {
        this.terminal = terminal;
        this.steps = steps;
        this.shown = Optional.ofNullable(System.console())
                .map(Console::isTerminal).orElse(false);
    }

    /** One more step is over. */
    void step(String name) {
        done++;
        if (shown) {
            terminal.print(CLEAR + done + "/" + steps + "  " + name);
            terminal.flush();
        }
    }

    /** Clears the line. */
    @Override
    public void close() {
        if (shown) {
            terminal.print(CLEAR);
            terminal.flush();
        }
    }
}
