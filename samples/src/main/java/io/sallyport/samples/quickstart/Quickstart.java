package io.sallyport.samples.quickstart;

import io.sallyport.samples.quickstart.mongodb.FieldEncryption.Mode;
import io.sallyport.samples.quickstart.step.EncryptFields;
import io.sallyport.samples.quickstart.step.EnrolClients;
import io.sallyport.samples.quickstart.step.InitialiseHome;
import io.sallyport.samples.quickstart.step.LookAtFiles;
import io.sallyport.samples.quickstart.step.OpenAgain;
import io.sallyport.samples.quickstart.step.OpenWithoutGateway;
import io.sallyport.samples.quickstart.step.RestartDatabase;
import io.sallyport.samples.quickstart.step.RotateMasterKey;
import io.sallyport.samples.quickstart.step.StartGateway;
import io.sallyport.samples.quickstart.step.VerifyAudit;
import io.sallyport.samples.quickstart.step.WriteRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Runs the steps of the main job in order and stops at the first that fails. What it began ends
 * with it, also when it is interrupted: processes, and the temporary folder if there is one. Exit
 * code 0 when every step proved what it is for, 1 when one did not, 2 for wrong usage.
 */
public final class Quickstart {
    private static final List<Step> STEPS = List.of(
            new InitialiseHome(),
            new StartGateway(),
            new EnrolClients(),
            new WriteRows(),
            new LookAtFiles(),
            new RestartDatabase(),
            new RotateMasterKey(),
            new OpenWithoutGateway(),
            new OpenAgain(),
            new EncryptFields(Mode.LOCAL),
            new EncryptFields(Mode.DELEGATED),
            new VerifyAudit());

    private final Options options;
    private final List<String> program;
    private final Terminal terminal;
    private final Children children = new Children();
    private final Report report = new Report();

    /**
     * @param program the words that start Sallyport's command line, without arguments
     */
    Quickstart(Options options, List<String> program, Terminal terminal) {
        this.options = options;
        this.program = program;
        this.terminal = terminal;
    }

    /** Arguments: {@code [--dir DIR] [--keep]}. */
    public static void main(String[] arguments) throws InterruptedException {
        Options options;
        try {
            options = Options.parse(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println("sallyport: " + e.getMessage());
            System.exit(2);
            return;
        }
        List<String> program = List.of(System.getProperty("sallyport.launcher", "./sallyport"));
        System.exit(new Quickstart(options, program, Terminal.standard()).run());
    }

    /** Runs everything and returns the exit code. */
    int run() throws InterruptedException {
        try {
            return inFolder(WorkFolder.open(options.directory()));
        } catch (IOException e) {
            terminal.line("sallyport: " + e.getMessage());
            return 1;
        }
    }

    private int inFolder(WorkFolder folder) throws IOException, InterruptedException {
        Thread atExit = new Thread(() -> {
            children.endAll();
            folder.close();
        }, "quickstart-exit");
        Runtime.getRuntime().addShutdownHook(atExit);
        Scene scene = new Scene(folder.path(), program, children);
        boolean good = runSteps(scene);
        if (children.ended()) {
            return 1;
        }
        terminal.line("");
        terminal.line(report.table());
        if (good && options.keep()) {
            Runtime.getRuntime().removeShutdownHook(atExit);
            keep(scene);
            return 0;
        }
        children.endAll();
        if (!good) {
            folder.keep();
            terminal.line("Logs: " + scene.folder("logs"));
        }
        return good ? 0 : 1;
    }

    private boolean runSteps(Scene scene) throws InterruptedException {
        int number = 0;
        for (Step step : STEPS) {
            number++;
            String title = String.format("[%d/%d] %s", number, STEPS.size(), step.title());
            terminal.begin(title);
            long start = System.nanoTime();
            StepResult result = resultOf(step, scene);
            if (children.ended()) {
                return false;
            }
            Duration time = Duration.ofNanos(System.nanoTime() - start);
            report.add(step.title(), result, time);
            boolean good = result instanceof StepResult.Proved;
            terminal.end(title + " (" + Report.seconds(time) + "): " + result.text(), good);
            if (!good) {
                return false;
            }
        }
        return true;
    }

    private static StepResult resultOf(Step step, Scene scene) throws InterruptedException {
        try {
            return step.run(scene);
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            return new StepResult.Failed(e.getMessage() == null ? e.toString() : e.getMessage());
        }
    }

    private void keep(Scene scene) throws IOException {
        Sallyport.RunningGateway gateway = scene.gateway();
        children.release(gateway.process());
        Path identity = scene.client("ignite");
        terminal.line("The gateway goes on running (process " + gateway.process().pid() + "):");
        terminal.line("  KMIP server   " + gateway.kmip().getHostString() + ":"
                + gateway.kmip().getPort());
        terminal.line("  trust         " + identity.resolve("ca.pem"));
        terminal.line("  certificate   " + identity.resolve("client.pem"));
        terminal.line("  private key   " + identity.resolve("client-key.pem"));
        terminal.line("  home          " + scene.sallyport().home());
        terminal.line("To look at it: " + String.join(" ", program) + " status --home "
                + scene.sallyport().home());
        terminal.line("To stop it: kill " + gateway.process().pid());
        if (Files.isDirectory(scene.sallyport().home()) && options.directory() == null) {
            terminal.line("To remove it afterwards: rm -r " + scene.sallyport().home().getParent());
        }
    }
}
