package io.sallyport.gateway.doctor;

/** Numbers in sentences. Stateless. */
final class Counts {
    private Counts() {}

    /** "once", "2 times". */
    static String times(long count) {
        return count == 1 ? "once" : count + " times";
    }
}
