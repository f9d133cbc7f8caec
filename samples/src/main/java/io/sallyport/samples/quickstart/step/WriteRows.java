package io.sallyport.samples.quickstart.step;

import io.sallyport.samples.quickstart.Markers;
import io.sallyport.samples.quickstart.Scene;
import io.sallyport.samples.quickstart.Step;
import io.sallyport.samples.quickstart.StepResult;
import io.sallyport.samples.quickstart.database.Database;

/** Opens the database and writes rows with known texts, then closes it so that all is on disk. */
public final class WriteRows implements Step {
    @Override
    public String title() {
        return "Write rows in Ignite";
    }

    @Override
    public StepResult run(Scene scene) throws Exception {
        Database database = scene.openDatabase();
        database.write(Scene.ROWS, Markers.SECRET, Markers.CLEAR);
        int read = database.rowsWith(Markers.SECRET);
        database.close();
        if (read != Scene.ROWS) {
            return new StepResult.Failed("of " + Scene.ROWS + " rows " + read + " were read back.");
        }
        return new StepResult.Proved(Scene.ROWS + " rows in an encrypted cache, " + Scene.ROWS
                + " in a clear one");
    }
}
