package io.sallyport.samples.ignite;

import java.io.IOException;
import java.io.Reader;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/**
 * What one node of the cluster is told: samples/ignite/node.properties.
 *
 * @param name its consistent identifier; the same at every start
 * @param directory its files
 * @param address where the other nodes find it
 * @param members where it looks for them, as {@code host:port}
 * @param servers the gateways, as {@code host:port,host:port}
 * @param identity folder with ca.pem, client.pem and client-key.pem
 * @param masterKeyName name of the master key
 */
public record NodeSettings(String name, Path directory, InetSocketAddress address,
        List<String> members, String servers, Path identity, String masterKeyName) {

    /** Keeps a copy of the list. */
    public NodeSettings {
        members = List.copyOf(members);
    }

    /**
     * Reads a file of properties.
     *
     * @throws IOException with one sentence for the operator if it can't be read or lacks one
     */
    public static NodeSettings read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        String[] address = required(properties, "address", file).split(":", -1);
        if (address.length != 2) {
            throw new IOException("'address' in " + file + " must be host:port.");
        }
        return new NodeSettings(required(properties, "name", file),
                Path.of(required(properties, "directory", file)),
                InetSocketAddress.createUnresolved(address[0], port(address[1], file)),
                List.of(required(properties, "members", file).split(",", -1)),
                required(properties, "servers", file),
                Path.of(required(properties, "identity", file)),
                required(properties, "masterKeyName", file));
    }

    private static int port(String digits, Path file) throws IOException {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            throw new IOException("'address' in " + file + " must be host:port.", e);
        }
    }

    private static String required(Properties properties, String key, Path file)
            throws IOException {
        String value = properties.getProperty(key, "").strip();
        if (value.isEmpty()) {
            throw new IOException("'" + key + "' is missing in " + file + ".");
        }
        return value;
    }
}
