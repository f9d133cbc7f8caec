package io.sallyport.samples.quickstart.step;

import io.sallyport.samples.quickstart.Markers;
import io.sallyport.samples.quickstart.Scene;
import io.sallyport.samples.quickstart.Step;
import io.sallyport.samples.quickstart.StepResult;
import io.sallyport.samples.quickstart.database.Database;

/** Changes the database's master key by its own means, then closes the database. */
public final class RotateMasterKey implements Step {
    @Override
    public String title() {
        return "Rotate the master key";
    }

    @Override
    public StepResult run(Scene scene) throws Exception {
        Database database = scene.database();
        String before = database.masterKey();
        String after = database.changeMasterKey(Scene.SECOND_MASTER_KEY);
        int rows = database.rowsWith(Markers.SECRET);
        database.close();
        if (!after.equals(Scene.SECOND_MASTER_KEY) || before.equals(after)) {
            return new StepResult.Failed("the master key in use is still " + after + ".");
        }
        if (rows != Scene.ROWS) {
            return new StepResult.Failed(rows + " of " + Scene.ROWS + " rows are left.");
        }
        return new StepResult.Proved(before + " -> " + after + ", " + rows + " rows still read");
    }
}
