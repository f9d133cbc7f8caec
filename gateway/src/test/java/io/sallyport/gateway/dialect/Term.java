package io.sallyport.gateway.dialect;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** What stands for a value in a file. */
sealed interface Term {

    /** A value that is written out. */
    record Fixed(WireValue value) implements Term {}

    /** So many random bytes, others in each run. */
    record Random(int length) implements Term {}

    /** The time at which the message is written. */
    record Now() implements Term {}

    /** What was kept under this name before. */
    record Variable(String name) implements Term {}

    /** Byte strings one after the other. */
    record Concatenation(List<Term> parts) implements Term {}

    /** In answers: any value, of this type and length if they are given. */
    record Any(@Nullable WireType type, int length) implements Term {}
}
