package io.sallyport.samples.quickstart;

/** One step of the quick start. */
public interface Step {
    /** What it does, in a few words that begin with a verb. */
    String title();

    /**
     * Does it.
     *
     * @throws Exception if it could not be done; the message becomes the reason of the failure
     */
    StepResult run(Scene scene) throws Exception;
}
