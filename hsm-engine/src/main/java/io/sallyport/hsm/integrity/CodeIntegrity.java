package io.sallyport.hsm.integrity;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.sallyport.hsm.crypto.SelfTestFailure;

/**
 * Checks the archives on the class path against the manifest in their folder: each must be in the
 * list with its bytes, and nothing else may be on the class path. Immutable.
 *
 * <p>A class path with a folder of classes on it is that of a test or of an editor, where nothing
 * was built to check against; the check says so instead of passing in silence. The JDK itself is not
 * checked: its packages are signed by who makes them.
 */
public final class CodeIntegrity {
    /** What {@link #check} answers where there is nothing to check against. */
    public static final String NOT_CHECKED = "not checked: class directories";

    private static final String TEST = "the code's integrity";
    private static final String REMEDY =
            " Install Sallyport anew, or run mvn package in a checkout.";

    private final List<Path> classPath;

    private CodeIntegrity(List<Path> classPath) {
        this.classPath = classPath;
    }

    /** The code on this class path. */
    public static CodeIntegrity of(String classPath) {
        return new CodeIntegrity(Stream.of(classPath.split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry).toAbsolutePath()).toList());
    }

    /**
     * Reads every archive.
     *
     * @return what was found, in a few words
     * @throws SelfTestFailure with a sentence that says which file is wrong and what to do
     */
    public String check() {
        if (classPath.stream().anyMatch(Files::isDirectory)) {
            return NOT_CHECKED;
        }
        Path file = classPath.getFirst().resolveSibling(CodeManifest.FILE);
        Map<String, String> approved = read(file).hashes();
        Map<String, String> found;
        try {
            found = CodeManifest.of(classPath).hashes();
        } catch (IOException e) {
            throw failed("an archive can't be read (" + e.getMessage() + ").");
        }
        for (Map.Entry<String, String> entry : approved.entrySet()) {
            String hash = found.get(entry.getKey());
            if (hash == null) {
                throw failed(file.resolveSibling(entry.getKey()) + " is missing.");
            }
            if (!hash.equals(entry.getValue())) {
                throw failed(file.resolveSibling(entry.getKey()) + " is not what was built.");
            }
        }
        for (Path archive : classPath) {
            if (!approved.containsKey(String.valueOf(archive.getFileName()))) {
                throw failed(archive + " does not belong to it.");
            }
        }
        return approved.size() + " archives as built";
    }

    private static CodeManifest read(Path file) {
        CodeManifest manifest;
        try {
            manifest = CodeManifest.parse(Files.readString(file));
        } catch (IOException e) {
            throw failed(file + " can't be read.");
        }
        if (manifest == null) {
            throw failed(file + " was changed.");
        }
        return manifest;
    }

    private static SelfTestFailure failed(String sentence) {
        return SelfTestFailure.of(TEST, sentence + REMEDY);
    }
}
