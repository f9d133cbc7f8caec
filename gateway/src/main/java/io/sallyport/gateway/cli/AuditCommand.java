package io.sallyport.gateway.cli;

import java.util.concurrent.Callable;

import io.sallyport.gateway.admin.AdminJson;
import io.sallyport.gateway.admin.Administration;
import io.sallyport.gateway.admin.AuditSummary;
import io.sallyport.gateway.home.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code sallyport audit}. */
@Command(name = "audit", mixinStandardHelpOptions = true, description = "Verify the audit log.",
        subcommands = AuditCommand.Verify.class)
final class AuditCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Made by picocli. */
    AuditCommand() {}

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(),
                "A command is missing; 'sallyport audit --help' shows all.");
    }

    /** {@code sallyport audit verify}. */
    @Command(name = "verify", mixinStandardHelpOptions = true,
            description = "Walk over the whole audit log; exit code 1 if it is not intact.")
    static final class Verify implements Callable<Integer> {
        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Mixin
        private HomeOption home = new HomeOption();

        @Mixin
        private OutputOption output = new OutputOption();

        /** Made by picocli. */
        Verify() {}

        @Override
        public Integer call() throws Exception {
            AuditSummary found = OperatorAccess.administer(Home.open(home.path()),
                    Administration::verifyAudit);
            if (output.isJson()) {
                spec.commandLine().getOut().println(AdminJson.audit(found).encodePrettily());
            } else if (found.flaw() == null) {
                spec.commandLine().getOut().println("intact: " + found.entries()
                        + " entries, last hash " + found.lastHash());
            }
            if (found.flaw() != null) {
                throw new CommandException("The audit log is not intact after " + found.entries()
                        + " entries: " + found.flaw());
            }
            return 0;
        }
    }
}
