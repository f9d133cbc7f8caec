package io.sallyport.samples.quickstart.step;

import io.sallyport.samples.quickstart.Markers;
import io.sallyport.samples.quickstart.Sallyport.RunningGateway;
import io.sallyport.samples.quickstart.Scene;
import io.sallyport.samples.quickstart.Step;
import io.sallyport.samples.quickstart.StepResult;
import io.sallyport.samples.quickstart.database.Database;

/** Starts the gateway again, on the port it had, and opens the database under the new key. */
public final class OpenAgain implements Step {
    @Override
    public String title() {
        return "Start the gateway, open again";
    }

    @Override
    public StepResult run(Scene scene) throws Exception {
        RunningGateway running = scene.sallyport().serve(scene.gateway().kmip().getPort());
        scene.gatewayRuns(running);
        Database database = scene.openDatabase();
        int rows = database.rowsWith(Markers.SECRET);
        String masterKey = database.masterKey();
        database.close();
        if (rows != Scene.ROWS || !masterKey.equals(Scene.SECOND_MASTER_KEY)) {
            return new StepResult.Failed(rows + " rows came back under master key " + masterKey
                    + ".");
        }
        return new StepResult.Proved("all " + rows + " rows are there, under " + masterKey);
    }
}
