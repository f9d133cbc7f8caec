package io.sallyport.gateway.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;

import io.sallyport.gateway.admin.AdminJson;
import io.sallyport.gateway.admin.Administration;
import io.sallyport.gateway.home.Home;
import io.sallyport.gateway.identity.PasswordHash;
import io.sallyport.gateway.port.EnrolledUser;
import io.sallyport.gateway.port.UserPort.Kind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sallyport user}: who can prove to be a user of a partition, with a password. */
@Command(name = "user", mixinStandardHelpOptions = true,
        description = "Add, list and remove users with passwords.", subcommands = {
                UserCommand.Add.class, UserCommand.ListAll.class, UserCommand.Remove.class})
final class UserCommand implements Runnable {
    private static final int NAME_MAX = 128;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Made by picocli. */
    UserCommand() {}

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(),
                "A command is missing; 'sallyport user --help' shows all.");
    }

    /** Which user. */
    static final class Who {
        @Parameters(paramLabel = "NAME", description = "name of the user, or of the device")
        private String name = "";

        @Option(names = "--partition", paramLabel = "P", defaultValue = "default",
                description = "tenant of the user (default: default)")
        private String partition = "default";

        @Option(names = "--device", description = "a device: its identifier or serial number")
        private boolean device;

        /** Made by picocli. */
        Who() {}

        private Kind kind() {
            return device ? Kind.DEVICE : Kind.USER;
        }
    }

    /** {@code sallyport user add}. */
    @Command(name = "add", mixinStandardHelpOptions = true,
            description = "Add a user. From the first user on, a partition checks passwords.")
    static final class Add implements Callable<Integer> {
        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Mixin
        private HomeOption home = new HomeOption();

        @Mixin
        private Who who = new Who();

        @Option(names = "--password", paramLabel = "P", required = true,
                description = "the password, or better file:PATH or env:NAME")
        private char[] password = new char[0];

        @Option(names = "--administrator",
                description = "an administrator, who makes users of the partition over KMIP (3.0"
                        + " draft) and uses no key")
        private boolean administrator;

        /** Made by picocli. */
        Add() {}

        @Override
        public Integer call() throws Exception {
            if (who.name.isBlank() || who.name.length() > NAME_MAX) {
                throw new ParameterException(spec.commandLine(),
                        "NAME must have 1 to " + NAME_MAX + " characters.");
            }
            if (administrator && who.device) {
                throw new ParameterException(spec.commandLine(),
                        "A device is no administrator.");
            }
            char[] secret = PasswordText.resolve(password, "--password");
            if (secret.length == 0) {
                throw new CommandException("The password is empty.");
            }
            PasswordHash hash = PasswordHash.of(secret);
            Arrays.fill(secret, ' ');
            Arrays.fill(password, ' ');
            EnrolledUser user = new EnrolledUser(who.partition, who.kind(), who.name, hash.text(),
                    Instant.now().getEpochSecond(), administrator, null);
            OperatorAccess.administer(Home.open(home.path()), administration -> {
                administration.addUser(user);
                return user;
            });
            spec.commandLine().getOut().println("Added the user '" + who.name
                    + "' to the partition '" + who.partition + "'.");
            return 0;
        }
    }

    /** {@code sallyport user list}. */
    @Command(name = "list", mixinStandardHelpOptions = true, description = "List all users.")
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
            List<EnrolledUser> users = OperatorAccess.administer(Home.open(home.path()),
                    Administration::users);
            PrintWriter out = spec.commandLine().getOut();
            if (output.isJson()) {
                out.println(AdminJson.users(users).encodePrettily());
                return 0;
            }
            Table table = new Table("PARTITION", "KIND", "NAME", "ROLE", "ADDED");
            for (EnrolledUser user : users) {
                table.row(user.partition(), user.kind().name(), user.name(),
                        user.administrator() ? "administrator" : "user",
                        Instant.ofEpochSecond(user.created()).toString());
            }
            out.print(table);
            out.flush();
            return 0;
        }
    }

    /** {@code sallyport user remove}. */
    @Command(name = "remove", mixinStandardHelpOptions = true,
            description = "Remove a user. Only the operator reaches the objects that it made.")
    static final class Remove implements Callable<Integer> {
        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Mixin
        private HomeOption home = new HomeOption();

        @Mixin
        private Who who = new Who();

        /** Made by picocli. */
        Remove() {}

        @Override
        public Integer call() throws Exception {
            OperatorAccess.administer(Home.open(home.path()), administration -> {
                administration.removeUser(who.partition, who.kind(), who.name);
                return who;
            });
            spec.commandLine().getOut().println("Removed the user '" + who.name
                    + "' of the partition '" + who.partition + "'.");
            return 0;
        }
    }
}
