package io.sallyport.samples.quickstart.step;

import io.sallyport.samples.quickstart.Scene;
import io.sallyport.samples.quickstart.Step;
import io.sallyport.samples.quickstart.StepResult;

/** Makes a home for the gateway, which unseals itself by a file. */
public final class InitialiseHome implements Step {
    @Override
    public String title() {
        return "Make a home";
    }

    @Override
    public StepResult run(Scene scene) throws Exception {
        scene.sallyport().run("init", "--auto-unseal", "file", "--server-name", "localhost");
        return new StepResult.Proved("security domain created in " + scene.sallyport().home());
    }
}
