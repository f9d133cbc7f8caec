package io.sallyport.gateway.policy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How much of a client's RNG Seed the server takes (KMIP 2.1 section 6.1.52 leaves it to the
 * server). There is one generator for all partitions, so this is decided for the server. None of
 * them can make random numbers worse: what is taken is added to the kernel's entropy.
 */
public enum RngSeeding {
    /** All of it. */
    ALL {
        @Override
        public int taken(int length) {
            return length;
        }
    },
    /** Its first half, and the odd byte of an odd length. */
    PART {
        @Override
        public int taken(int length) {
            return length - length / 2;
        }
    },
    /** Nothing, and the client is told that no byte was taken. */
    NONE {
        @Override
        public int taken(int length) {
            return 0;
        }
    },
    /** Nothing, and the client is told that it may not. */
    DENIED {
        @Override
        public int taken(int length) {
            return 0;
        }
    };

    /** How many bytes are taken, from the first on, of a seed with this many. */
    public abstract int taken(int length);

    /** The word in the settings. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one with this word in the settings. */
    public static Optional<RngSeeding> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }
}
