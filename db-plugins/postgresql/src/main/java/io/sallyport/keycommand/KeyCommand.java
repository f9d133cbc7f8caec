package io.sallyport.keycommand;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.client.ServerAddress;

/** What one run of a command is to do, complete and checked. */
sealed interface KeyCommand {

    /** Whom to ask, as whom, and for how long. */
    Gateway gateway();

    /** Where the result goes; null for standard output. */
    @Nullable
    Path out();

    /**
     * The gateway.
     *
     * @param servers tried in this order
     * @param client the folder that {@code sallyport client add} wrote
     * @param timeout for the whole question
     */
    record Gateway(List<ServerAddress> servers, Path client, Duration timeout) {
        public Gateway {
            servers = List.copyOf(servers);
        }
    }

    /**
     * Clear bytes in, wrapped bytes out.
     *
     * @param key the Name of the wrapping key
     * @param in where the clear bytes come from; null for standard input
     */
    record Wrap(Gateway gateway, String key, @Nullable Path in, @Nullable Path out)
            implements
                KeyCommand {}

    /** Wrapped bytes in, clear bytes out; the wrapped bytes name their key. */
    record Unwrap(Gateway gateway, @Nullable Path in, @Nullable Path out)
            implements
                KeyCommand {}

    /** The value of a key that may leave. */
    record GetKey(Gateway gateway, String key, Format format, @Nullable Path out)
            implements
                KeyCommand {}

    /** How a key is written. */
    enum Format {
        /** Digits and small letters, and the end of a line. */
        HEX,
        /** The bytes themselves. */
        RAW
    }
}
