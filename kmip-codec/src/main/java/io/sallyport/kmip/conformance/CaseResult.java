package io.sallyport.kmip.conformance;

import java.util.List;
import java.util.Set;

/**
 * How a case went.
 *
 * @param name the case
 * @param differences what was not as printed, each with the step and the place; empty if it passed
 * @param leniencies which differences were let pass
 */
public record CaseResult(String name, List<String> differences, Set<Leniency> leniencies) {

    /** Whether every answer was as printed, leniencies aside. */
    public boolean passed() {
        return differences.isEmpty();
    }
}
