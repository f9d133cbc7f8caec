package io.sallyport.samples.quickstart.step;

import io.sallyport.samples.quickstart.Scene;
import io.sallyport.samples.quickstart.Step;
import io.sallyport.samples.quickstart.StepResult;
import io.sallyport.samples.quickstart.database.Database;

/** Stops the gateway and shows that the database does not open without it. */
public final class OpenWithoutGateway implements Step {
    @Override
    public String title() {
        return "Stop the gateway, try to open";
    }

    @Override
    public StepResult run(Scene scene) throws Exception {
        scene.gateway().stop();
        try {
            scene.openDatabase().close();
        } catch (Database.Refused refusal) {
            if (!String.valueOf(refusal.getMessage())
                    .contains("does not start without its master key")) {
                return new StepResult.Failed("the database did not open, but for another reason: "
                        + refusal.getMessage());
            }
            return new StepResult.Proved("gateway stopped cleanly; the database refuses to open");
        }
        return new StepResult.Failed("the database opened although the gateway was stopped.");
    }
}
