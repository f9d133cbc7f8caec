package io.sallyport.hsm.process;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.nio.channels.SocketChannel;
import java.util.concurrent.Callable;

/** A program that shuts itself off as the engine does, and tries what it must not be able to do. */
final class ShutOff {
    private ShutOff() {}

    /** Prints a line for each try, made on a thread that was there before and on a new one. */
    public static void main(String[] arguments) throws Exception {
        String before = tries();
        Hardening.apply();
        System.out.println("before: " + before);
        System.out.println("old thread: " + tries());
        Thread other =
                Thread.ofPlatform().start(() -> System.out.println("new thread: " + tries()));
        other.join();
    }

    private static String tries() {
        return attempt(ShutOff::network) + " " + attempt(ShutOff::program) + " "
                + attempt(ShutOff::unix);
    }

    private static String attempt(Callable<String> act) {
        try {
            return act.call();
        } catch (Exception refused) {
            return "refused";
        }
    }

    private static String network() throws IOException {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.INET)) {
            return channel.isOpen() ? "network" : "closed";
        }
    }

    private static String program() throws IOException, InterruptedException {
        return new ProcessBuilder("true").start().waitFor() == 0 ? "program" : "refused";
    }

    private static String unix() throws IOException {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return channel.isOpen() ? "unix" : "closed";
        }
    }
}
