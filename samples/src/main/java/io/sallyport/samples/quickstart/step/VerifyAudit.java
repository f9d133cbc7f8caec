package io.sallyport.samples.quickstart.step;

import io.sallyport.samples.quickstart.Scene;
import io.sallyport.samples.quickstart.Step;
import io.sallyport.samples.quickstart.StepResult;

/** Verifies the hash chain over everything that was done. */
public final class VerifyAudit implements Step {
    @Override
    public String title() {
        return "Verify the audit log";
    }

    @Override
    public StepResult run(Scene scene) throws Exception {
        String printed = scene.sallyport().run("audit", "verify");
        return new StepResult.Proved(printed.lines().findFirst().orElse("the chain is unbroken"));
    }
}
