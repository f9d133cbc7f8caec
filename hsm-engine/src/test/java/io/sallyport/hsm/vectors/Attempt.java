package io.sallyport.hsm.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;

import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;

/** Something that the engine gives, or refuses. */
interface Attempt {
    byte[] give() throws EngineFault;

    /** Whether exactly these bytes are given. */
    static boolean gives(byte[] expected, Attempt attempt) {
        try {
            return Arrays.equals(expected, attempt.give());
        } catch (EngineFault e) {
            return false;
        }
    }

    /**
     * As {@link #gives}; where an encryption under an IV that is given is no approved service, the
     * other direction decides alone.
     *
     * @param otherwise what that direction says
     */
    static boolean givesOrIsRefused(byte[] expected, boolean otherwise, Attempt attempt) {
        try {
            return gives(expected, attempt);
        } catch (NotApproved e) {
            return otherwise;
        }
    }

    /**
     * As {@link #gives}; whatever is wrong is refused for the one reason that tells nothing of
     * what it is.
     */
    static boolean givesOrFails(byte[] expected, Attempt attempt) {
        try {
            return Arrays.equals(expected, attempt.give());
        } catch (EngineFault e) {
            assertThat(e.reason()).isEqualTo(Reason.CRYPTOGRAPHIC_FAILURE);
            return false;
        }
    }

    /** Asserts that the engine does not serve these parameters. */
    static Outcome unserved(Attempt attempt) {
        try {
            attempt.give();
        } catch (EngineFault e) {
            assertThat(e.reason()).isEqualTo(Reason.INVALID_PARAMETERS);
            return Outcome.UNSERVED;
        }
        throw new AssertionError("The engine serves what the table says it does not.");
    }

    /** Both directions of a case hold, or neither does. */
    static boolean bothWays(Case test, boolean forwards, boolean backwards) {
        assertThat(forwards).as("both directions of " + test).isEqualTo(backwards);
        return forwards;
    }
}
