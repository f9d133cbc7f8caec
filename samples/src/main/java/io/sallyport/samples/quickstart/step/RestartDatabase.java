package io.sallyport.samples.quickstart.step;

import io.sallyport.samples.quickstart.Markers;
import io.sallyport.samples.quickstart.Scene;
import io.sallyport.samples.quickstart.Step;
import io.sallyport.samples.quickstart.StepResult;

/** Opens the database again: its group keys are unwrapped through the gateway. */
public final class RestartDatabase implements Step {
    @Override
    public String title() {
        return "Restart the database";
    }

    @Override
    public StepResult run(Scene scene) throws Exception {
        int rows = scene.openDatabase().rowsWith(Markers.SECRET);
        if (rows != Scene.ROWS) {
            return new StepResult.Failed(rows + " of " + Scene.ROWS + " rows came back.");
        }
        return new StepResult.Proved("all " + rows + " encrypted rows read after a restart");
    }
}
