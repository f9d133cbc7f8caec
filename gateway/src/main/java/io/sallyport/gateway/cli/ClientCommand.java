package io.sallyport.gateway.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;

import io.sallyport.gateway.admin.AdminJson;
import io.sallyport.gateway.admin.Administration;
import io.sallyport.gateway.home.Home;
import io.sallyport.gateway.port.EnrolledCertificate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sallyport client}. */
@Command(name = "client", mixinStandardHelpOptions = true,
        description = "Enrol, list and revoke clients.", subcommands = {
                ClientAddCommand.class,
                ClientCommand.ListAll.class, ClientCommand.Revoke.class})
final class ClientCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Made by picocli. */
    ClientCommand() {}

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(),
                "A command is missing; 'sallyport client --help' shows all.");
    }

    /** {@code sallyport client list}. */
    @Command(name = "list", mixinStandardHelpOptions = true,
            description = "List the certificates of all clients.")
    static final class ListAll implements Callable<Integer> {
        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Mixin
        private HomeOption home = new HomeOption();

        @Mixin
        private OutputOption output = new OutputOption();

        /** Made by picocli. */
        ListAll() {}

        @Override
        public Integer call() throws Exception {
            List<EnrolledCertificate> clients = OperatorAccess
                    .administer(Home.open(home.path()), Administration::clients);
            PrintWriter out = spec.commandLine().getOut();
            if (output.isJson()) {
                out.println(AdminJson.clients(clients).encodePrettily());
                return 0;
            }
            Table table = new Table("CLIENT", "PARTITION", "ROLE", "PROFILE", "STATE", "EXPIRES",
                    "FINGERPRINT");
            for (EnrolledCertificate client : clients) {
                table.row(client.client(), client.partition(), client.role(), client.profile(),
                        client.revokedAt() == null ? "enrolled" : "revoked",
                        Instant.ofEpochSecond(client.notAfter()).toString(),
                        client.fingerprint());
            }
            out.print(table);
            out.flush();
            return 0;
        }
    }

    /** {@code sallyport client revoke}. */
    @Command(name = "revoke", mixinStandardHelpOptions = true,
            description = "Refuse a client with all its certificates, for ever.")
    static final class Revoke implements Callable<Integer> {
        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Mixin
        private HomeOption home = new HomeOption();

        @Parameters(paramLabel = "NAME", description = "name of the client")
        private String name = "";

        /** Made by picocli. */
        Revoke() {}

        @Override
        public Integer call() throws Exception {
            OperatorAccess.administer(Home.open(home.path()), administration -> {
                administration.revoke(name);
                return name;
            });
            spec.commandLine().getOut().println("Revoked the client '" + name + "'.");
            return 0;
        }
    }
}
