package io.sallyport.samples.quickstart;

/** How a step ended. */
public sealed interface StepResult {
    /** One line for the table. */
    String text();

    /**
     * It did what it is for.
     *
     * @param text what is now known to be true, with the figures that were seen
     */
    record Proved(String text) implements StepResult {}

    /**
     * It did not; the steps after it are not run.
     *
     * @param text one sentence that says why
     */
    record Failed(String text) implements StepResult {}
}
