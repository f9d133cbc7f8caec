package io.sallyport.gateway.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

import io.sallyport.gateway.Gateway;
import io.sallyport.gateway.GatewayException;
import io.sallyport.gateway.admin.AdminException;
import io.sallyport.gateway.home.HomeException;
import io.sallyport.gateway.store.StoreException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code sallyport}. */
@Command(name = "sallyport", mixinStandardHelpOptions = true, versionProvider = Main.Version.class,
        description = "The guarded door between databases and their keys.", subcommands = {
                InitCommand.class, ServeCommand.class, ClientCommand.class,
                StatusCommand.class, KeyCommand.class, AuditCommand.class,
                ConformanceCommand.class, UserCommand.class, TokenCommand.class,
                EngineCommand.class, SealCommand.class, UnsealCommand.class,
                DoctorCommand.class})
public final class Main implements Runnable {
    private static final int REFUSED = 1;
    private static final int WRONG_USAGE = 2;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Made by {@link #run}. */
    Main() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        int code = run(new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8), arguments);
        System.exit(code);
    }

    /** Runs a command; returns its exit code. */
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine command = new CommandLine(new Main()).setOut(out).setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Main::wrongUsage)
                .setExecutionExceptionHandler((failed, line, _) -> refused(failed, line));
        if (System.getenv("NO_COLOR") != null) {
            command.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
        }
        return command.execute(arguments);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(),
                "A command is missing; 'sallyport --help' shows all.");
    }

    private static int wrongUsage(ParameterException wrong, String[] arguments) {
        CommandLine line = wrong.getCommandLine();
        line.getErr().println("sallyport: " + wrong.getMessage());
        return WRONG_USAGE;
    }

    private static int refused(Exception failed, CommandLine line) {
        String sentence = failed.getMessage();
        boolean expected = failed instanceof CommandException
                || failed instanceof GatewayException || failed instanceof AdminException
                || failed instanceof HomeException || failed instanceof StoreException;
        if (sentence == null || !expected) {
            String kind = failed.getClass().getSimpleName();
            sentence = sentence == null ? kind : kind + ": " + sentence;
        }
        line.getErr().println("sallyport: " + sentence);
        return REFUSED;
    }

    /** What {@code --version} prints. */
    static final class Version implements IVersionProvider {
        /** Made by picocli. */
        Version() {}

        @Override
        public String[] getVersion() {
            return new String[]{"sallyport " + Gateway.VERSION};
        }
    }
}
