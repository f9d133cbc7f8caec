package io.sallyport.samples.quickstart.database;

import org.apache.ignite.IgniteLogger;
import org.jspecify.annotations.Nullable;

/** Ignite's log as plain lines on standard error, which the quick start keeps in a file. */
final class StandardErrorLog implements IgniteLogger {
    @Override
    public IgniteLogger getLogger(Object category) {
        return this;
    }

    @Override
    public void trace(String message) {
        // below what this log shows
    }

    @Override
    public void debug(String message) {
        // below what this log shows
    }

    @Override
    public void info(String message) {
        System.err.println("info  " + message);
    }

    @Override
    public void warning(String message, @Nullable Throwable failure) {
        print("warn  ", message, failure);
    }

    @Override
    public void error(String message, @Nullable Throwable failure) {
        print("error ", message, failure);
    }

    private static void print(String level, String message, @Nullable Throwable failure) {
        System.err.println(level + message);
        if (failure != null) {
            failure.printStackTrace();
        }
    }

    @Override
    public boolean isTraceEnabled() {
        return false;
    }

    @Override
    public boolean isDebugEnabled() {
        return false;
    }

    @Override
    public boolean isInfoEnabled() {
        return true;
    }

    @Override
    public boolean isQuiet() {
        return false;
    }

    @Override
    public String fileName() {
        return "standard error";
    }
}
