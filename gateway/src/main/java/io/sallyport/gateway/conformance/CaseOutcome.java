package io.sallyport.gateway.conformance;

import java.util.List;
import java.util.Set;

import io.sallyport.kmip.conformance.Leniency;

/**
 * What became of a case.
 *
 * @param differences what was not as printed, each with the step and the place
 * @param leniencies which differences were let pass
 * @param leftOutReason why it is left out; empty if it is not
 * @param lastRequest the last request as XML; empty if none was sent
 * @param lastAnswer the answer to it as XML; empty if none came
 */
public record CaseOutcome(CaseFile file, Verdict verdict, List<String> differences,
        Set<Leniency> leniencies, String leftOutReason, String lastRequest, String lastAnswer) {

    /** How a case is counted. */
    public enum Verdict {
        /** Every answer was as printed, leniencies aside. */
        PASSED("passed"),
        /** An answer was not as printed. */
        FAILED("FAILED"),
        /** It did not pass, and stands on the list of those that don't. */
        LEFT_OUT("left out"),
        /** It passed although it stands on that list: the list is wrong. */
        PASSED_THOUGH_LEFT_OUT("PASSED THOUGH LEFT OUT"),
        /** A client can't run it alone: the server asks. */
        NOT_RUN("not run");

        private final String words;

        Verdict(String words) {
            this.words = words;
        }

        /** What a report calls it. */
        public String words() {
            return words;
        }
    }

    /** Whether a run with this outcome has failed. */
    public boolean isFailure() {
        return verdict == Verdict.FAILED || verdict == Verdict.PASSED_THOUGH_LEFT_OUT;
    }
}
