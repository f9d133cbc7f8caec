package io.sallyport.gateway.home;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.sallyport.gateway.identity.PrivateFiles;

/**
 * A home directory: everything that a gateway keeps on this host. All folders have mode 0700, all
 * keys 0600.
 *
 * @param path absolute
 */
public record Home(Path path, HomeConfig config) {
    private static final String CONFIG = "sallyport.properties";
    /** Says that what lies here is a home that is being made, and was never used. */
    private static final String UNFINISHED = "unfinished";
    private static final String LOCK = "lock";
    private static final List<String> FOLDERS = List.of("ca", "tls", "store", "engine", "logs");
    private static final Set<PosixFilePermission> OWNER = PrivateFiles.PRIVATE_FOLDER;

    /** Longest path of a Unix socket that every platform takes, in bytes. */
    private static final int SOCKET_PATH_BYTES_MAX = 99;

    /** What has to be in a home besides its configuration. */
    public enum Place {
        CA_CERTIFICATE("ca/ca.pem", false),
        /** Not there where certificates come from elsewhere: everything else works without it. */
        CA_KEY("ca/ca-key.pem", true),
        SERVER_CERTIFICATE("tls/server.pem", false), SERVER_KEY("tls/server-key.pem", true),
        STORE("store/sallyport.db", true), ENGINE_STATE("engine/sealed-state", true),
        AUTO_UNSEAL_KEY("engine/auto-unseal.key", true);

        private final String relative;
        private final boolean secret;

        Place(String relative, boolean secret) {
            this.relative = relative;
            this.secret = secret;
        }
    }

    /** Whether there is a complete home in this folder. */
    public static boolean exists(Path path) {
        return Files.exists(path.resolve(CONFIG));
    }

    /**
     * Makes the folders of a new home. The home is complete once {@link #complete} was called; what
     * a making that was cut off has left is cleared away first.
     *
     * @throws HomeException if the folder holds something else already
     */
    public static Home create(Path path, HomeConfig config) throws IOException, HomeException {
        Path absolute = path.toAbsolutePath().normalize();
        if (Home.exists(absolute)) {
            throw new HomeException(absolute + " is a home already; give another --home.");
        }
        if (Files.exists(absolute.resolve(UNFINISHED))) {
            Optional<HomeLock.Holder> maker = HomeLock.holder(absolute.resolve(LOCK));
            if (maker.isPresent()) {
                throw new HomeException(absolute + " is being made by process "
                        + maker.get().pid() + " just now.");
            }
            clear(absolute);
        }
        if (Files.isDirectory(absolute)) {
            try (Stream<Path> content = Files.list(absolute)) {
                if (content.findAny().isPresent()) {
                    throw new HomeException(absolute
                            + " is not empty; give a --home that does not exist yet.");
                }
            }
        } else if (Files.exists(absolute)) {
            throw new HomeException(
                    absolute + " is a file; give a --home that does not exist yet.");
        }
        PrivateFiles.createFolder(absolute);
        Files.setPosixFilePermissions(absolute, OWNER);
        PrivateFiles.write(absolute.resolve(UNFINISHED), new byte[0], PrivateFiles.PRIVATE_MODE);
        for (String folder : FOLDERS) {
            PrivateFiles.createFolder(absolute.resolve(folder));
        }
        return new Home(absolute, config);
    }

    /** Puts the configuration in place, last of all and at once: from now on this is a home. */
    public void complete() throws IOException {
        Path staged = path.resolve(CONFIG + ".next");
        PrivateFiles.write(staged, ConfigFile.text(config).getBytes(StandardCharsets.UTF_8),
                PrivateFiles.PRIVATE_MODE);
        for (String folder : FOLDERS) {
            PrivateFiles.syncFolder(path.resolve(folder));
        }
        Files.move(staged, path.resolve(CONFIG), StandardCopyOption.ATOMIC_MOVE);
        PrivateFiles.syncFolder(path);
        Files.delete(path.resolve(UNFINISHED));
    }

    /**
     * Takes away a home whose making failed or was cut off, but for its empty folder.
     *
     * @throws HomeException if it is a complete home, or can't be cleared
     */
    public static void clear(Path folder) throws IOException, HomeException {
        Path unfinished = folder.resolve(UNFINISHED);
        if (Home.exists(folder) || !Files.exists(unfinished)) {
            throw new HomeException(folder + " is not an unfinished home; it is left as it is.");
        }
        try (Stream<Path> files = Files.walk(folder)) {
            // The mark goes last: a clearing that is cut off can be taken up again.
            List<Path> all = files.sorted(Comparator.reverseOrder())
                    .filter(file -> !file.equals(folder) && !file.equals(unfinished)).toList();
            for (Path file : all) {
                Files.delete(file);
            }
            Files.delete(unfinished);
        } catch (IOException e) {
            throw new HomeException(folder + " holds a home whose making was cut off and that can't"
                    + " be cleared: " + e.getMessage() + ". Remove it by hand.", e);
        }
    }

    /** Opens a home after having looked at its configuration, files, owner and permissions. */
    public static Home open(Path path) throws IOException, HomeException {
        Path absolute = path.toAbsolutePath().normalize();
        if (!Home.exists(absolute)) {
            throw new HomeException("There is no home in " + absolute
                    + "; make one with 'sallyport init --home " + path + "'.");
        }
        // A home that was cut off between its last two steps is complete.
        Files.deleteIfExists(absolute.resolve(UNFINISHED));
        Home home = new Home(absolute, ConfigFile.read(absolute.resolve(CONFIG)));
        List<String> problems = new ArrayList<>();
        home.checkPrivate(absolute, problems);
        for (String folder : FOLDERS) {
            if (Files.isDirectory(absolute.resolve(folder))) {
                home.checkPrivate(absolute.resolve(folder), problems);
            }
        }
        for (Place place : Place.values()) {
            Path file = home.path(place);
            if (!Files.exists(file)) {
                if (place != Place.CA_KEY) {
                    problems.add(file + " is missing.");
                }
            } else if (place.secret) {
                home.checkPrivate(file, problems);
            }
        }
        if (!problems.isEmpty()) {
            throw new HomeException(String.join(" ", problems.stream().distinct().toList()));
        }
        return home;
    }

    /** Where something lies. */
    public Path path(Place place) {
        return path.resolve(place.relative);
    }

    /** The folder for log files. */
    public Path logs() {
        return path.resolve("logs");
    }

    /** Takes the right to change this home. */
    public HomeLock lock(Path sockets) throws IOException, HomeException {
        return HomeLock.take(path.resolve(LOCK), sockets);
    }

    /** Who runs on this home now, or nothing. */
    public Optional<HomeLock.Holder> holder() throws IOException {
        return HomeLock.holder(path.resolve(LOCK));
    }

    /**
     * The folder for the Unix sockets of a process on this home: the home itself, or a new private
     * folder for temporary files when the home's path is too long for a socket.
     */
    public Path socketFolder() throws IOException {
        Path longest = engineSocket(path);
        if (longest.toString().getBytes(StandardCharsets.UTF_8).length <= SOCKET_PATH_BYTES_MAX) {
            return path;
        }
        return Files.createTempDirectory("sallyport-", PosixFilePermissions.asFileAttribute(OWNER));
    }

    /** The engine's socket in a folder of sockets. */
    public static Path engineSocket(Path sockets) {
        return sockets.resolve("engine.sock");
    }

    /** The administration's socket in a folder of sockets. */
    public static Path adminSocket(Path sockets) {
        return sockets.resolve("admin.sock");
    }

    private void checkPrivate(Path file, List<String> problems) throws IOException {
        Set<PosixFilePermission> mode = Files.getPosixFilePermissions(file);
        if (!OWNER.containsAll(mode)) {
            problems.add(file + " is open to other users (mode "
                    + PosixFilePermissions.toString(mode) + "): run 'chmod go-rwx " + file + "'.");
        }
        Path self = Path.of("/proc/self");
        if (Files.exists(self)) {
            Object user = Files.getAttribute(self, "unix:uid");
            if (!user.equals(Files.getAttribute(file, "unix:uid"))) {
                problems.add(file + " belongs to another user: run as "
                        + Files.getOwner(file).getName() + ".");
            }
        }
    }
}
