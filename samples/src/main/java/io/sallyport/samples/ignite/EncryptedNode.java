package io.sallyport.samples.ignite;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.cache.CacheException;
import org.apache.ignite.Ignite;
import org.apache.ignite.IgniteException;
import org.apache.ignite.Ignition;
import org.apache.ignite.cluster.ClusterState;

/**
 * A node of the cluster that reads commands from its standard input until {@code quit}, and answers
 * each with one line.
 */
public final class EncryptedNode {
    private final Ignite node;

    private EncryptedNode(Ignite node) {
        this.node = node;
    }

    /**
     * Argument: a file as samples/ignite/node.properties. Exit code 1 if the node does not start,
     * with the reason; 2 for wrong usage.
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            System.err.println("Usage: EncryptedNode node.properties");
            System.exit(2);
        }
        // Ignite prints to standard output, which here carries the answers.
        PrintStream answers = System.out;
        System.setOut(System.err);
        try (Ignite node = Ignition.start(
                NodeConfiguration.of(NodeSettings.read(Path.of(arguments[0]))))) {
            answers.println("started");
            new EncryptedNode(node).serve(answers);
        } catch (IgniteException e) {
            System.err.println(reason(e));
            System.exit(1);
        }
    }

    private void serve(PrintStream answers) throws IOException {
        BufferedReader commands = new BufferedReader(
                new InputStreamReader(System.in, Charset.defaultCharset()));
        String line = commands.readLine();
        while (line != null && !line.equals("quit")) {
            try {
                answers.println(execute(line.strip().split(" +", 3)));
            } catch (IgniteException | CacheException | IllegalArgumentException e) {
                answers.println("error: " + reason(e));
            }
            line = commands.readLine();
        }
    }

    private String execute(String... words) {
        return switch (words[0]) {
            case "activate" -> {
                node.cluster().state(ClusterState.ACTIVE);
                yield node.cluster().nodes().size() + " nodes, active";
            }
            case "write" -> write(Integer.parseInt(argument(words, 1)), argument(words, 2));
            case "count" -> Integer.toString(
                    node.getOrCreateCache(NodeConfiguration.cache(NodeConfiguration.ENCRYPTED))
                            .size());
            case "change-master-key" -> {
                node.encryption().changeMasterKey(argument(words, 1)).get();
                yield node.encryption().getMasterKeyName();
            }
            case "change-group-key" -> {
                node.encryption().changeCacheGroupKey(List.of(NodeConfiguration.ENCRYPTED)).get();
                yield "changed; pages are encrypted anew in the background";
            }
            default -> throw new IllegalArgumentException("commands are activate, write N TEXT, "
                    + "count, change-master-key NAME, change-group-key, quit.");
        };
    }

    private static String argument(String[] words, int index) {
        if (index >= words.length) {
            throw new IllegalArgumentException(words[0] + " needs more words.");
        }
        return words[index];
    }

    /** Writes as many rows with a text to both caches. */
    private String write(int rows, String text) {
        Map<Integer, String> batch = new HashMap<>();
        for (int row = 0; row < rows; row++) {
            batch.put(row, text);
        }
        for (String cache : List.of(NodeConfiguration.ENCRYPTED, NodeConfiguration.CLEAR)) {
            node.getOrCreateCache(NodeConfiguration.cache(cache)).putAll(batch);
        }
        return rows + " rows written to each cache";
    }

    /** The innermost sentence: of the plugin, of the gateway, or of the cluster. */
    private static String reason(Throwable failure) {
        Throwable reason = failure;
        while (reason.getCause() != null) {
            reason = reason.getCause();
        }
        return String.valueOf(reason.getMessage()).replace('\n', ' ');
    }
}
