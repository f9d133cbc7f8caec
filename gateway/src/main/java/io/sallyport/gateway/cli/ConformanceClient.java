package io.sallyport.gateway.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;

import javax.net.ssl.SSLContext;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.client.TlsContexts;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say as whom the cases are run. */
final class ConformanceClient {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @ArgGroup(exclusive = true, multiplicity = "1")
    private Source source = new Source();

    @Option(names = "--p12-password", paramLabel = "P", defaultValue = "changeit",
            description = "password of the PKCS#12 file (default: changeit)")
    private char[] password = new char[0];

    @Option(names = "--ca", paramLabel = "FILE",
            description = "trusted authorities as PEM (default: ca.pem of --client)")
    private @Nullable Path authorities;

    /** Made by picocli. */
    ConformanceClient() {}

    /** Where the client's certificate comes from. */
    static final class Source {
        @Option(names = "--client", paramLabel = "DIR",
                description = "folder with ca.pem, client.pem and client-key.pem")
        private @Nullable Path folder;

        @Option(names = "--p12", paramLabel = "FILE", description = "client's PKCS#12 file")
        private @Nullable Path store;

        @Option(names = "--enrol", paramLabel = "HOME",
                description = "home of the running gateway that is the target: every series of"
                        + " cases gets a client and a partition of its own, revoked at the end")
        private @Nullable Path home;

        /** Made by picocli. */
        Source() {}
    }

    /** The home of the gateway at which clients are to be enrolled; null for a client that is. */
    @Nullable
    Path home() {
        return source.home;
    }

    /** The client's TLS. */
    SSLContext tls() throws CommandException, IOException {
        Path folder = source.folder;
        Path store = source.store;
        try {
            if (folder != null) {
                return of(folder, authorities);
            }
            if (store == null || authorities == null) {
                throw new ParameterException(spec.commandLine(),
                        "--p12 needs --ca with the server's authority.");
            }
            return TlsContexts.ofPkcs12(existing(store), password, existing(authorities));
        } catch (GeneralSecurityException e) {
            throw new CommandException("The client's files can't be used: " + e.getMessage(), e);
        } finally {
            Arrays.fill(password, ' ');
        }
    }

    /** TLS of a client whose files are in a folder. */
    static SSLContext of(Path folder, @Nullable Path authorities)
            throws GeneralSecurityException, IOException, CommandException {
        return TlsContexts.ofPem(
                existing(authorities == null ? folder.resolve("ca.pem") : authorities),
                existing(folder.resolve("client.pem")),
                existing(folder.resolve("client-key.pem")));
    }

    private static Path existing(Path file) throws CommandException {
        if (!Files.isReadable(file)) {
            throw new CommandException("The file " + file + " can't be read.");
        }
        return file;
    }
}
