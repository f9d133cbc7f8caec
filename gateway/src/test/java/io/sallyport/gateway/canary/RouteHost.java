package io.sallyport.gateway.canary;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.CanaryGateway.Habit;
import io.sallyport.gateway.home.Home;

/**
 * A program that runs gateway and engine as its own user, leads known keys through them, and keeps
 * both running until its standard input ends. Arguments: a folder, how many lives, and a {@link
 * Habit} or nothing.
 */
public final class RouteHost {
    private RouteHost() {}

    /** Prints {@code ready GATEWAY ENGINE HOME SOCKETS}, the first two being process ids. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        @Nullable
        Habit habit = arguments.length > 2 ? Habit.valueOf(arguments[2]) : null;
        try (CanaryRun run = CanaryRun.start(folder, habit)) {
            run.underLoad(Integer.parseInt(arguments[1]));
            EngineKeys pairs = new EngineKeys();
            pairs.sign(Home.engineSocket(run.sockets()));
            List<Needle> needles = new ArrayList<>(run.keys().needles());
            needles.addAll(pairs.needles());
            Needle.write(needles, folder.resolve("needles"));
            System.out.println("ready " + run.gatewayPid() + " " + run.enginePid() + " "
                    + run.home() + " " + run.sockets());
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (AssertionError | IOException e) {
            Files.writeString(folder.resolve("host.err"), String.valueOf(e));
            throw e;
        }
    }
}
