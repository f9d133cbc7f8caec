package io.sallyport.gateway.cli;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.sallyport.gateway.doctor.Diagnosis;
import io.sallyport.gateway.doctor.Finding;
import io.sallyport.gateway.doctor.Finding.Severity;

/**
 * A broken set-up and what the doctor has to make of it.
 *
 * @param expected what has to be found; no other finding may be an error
 */
record DoctorCase(String name, Class<? extends Finding> expected, Examination examination) {

    /** Sets something up that is broken, and has it examined. */
    @FunctionalInterface
    interface Examination {
        Diagnosis run() throws Exception;
    }

    /** What is wrong with the diagnosis; empty if it is right. */
    String verdict() {
        Diagnosis diagnosis;
        try {
            diagnosis = examination.run();
        } catch (Exception | AssertionError e) {
            return name + ": " + e;
        }
        List<Finding> found = diagnosis.findings();
        if (found.stream().noneMatch(expected::isInstance)) {
            return name + ": not named, but " + found;
        }
        Set<Class<?>> errors = found.stream()
                .filter(one -> one.severity() == Severity.ERROR)
                .map(Object::getClass).collect(Collectors.toSet());
        errors.remove(expected);
        if (!errors.isEmpty()) {
            return name + ": named with " + found;
        }
        for (Finding one : found) {
            if (!one.cause().endsWith(".") || !one.fix().endsWith(".") || one.fix().isBlank()) {
                return name + ": no sentence: " + one.cause() + " / " + one.fix();
            }
        }
        return diagnosis.isHealthy() ? name + ": called healthy" : "";
    }
}
