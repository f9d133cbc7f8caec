package io.sallyport.samples.quickstart.step;

import io.sallyport.samples.quickstart.Sallyport.RunningGateway;
import io.sallyport.samples.quickstart.Scene;
import io.sallyport.samples.quickstart.Step;
import io.sallyport.samples.quickstart.StepResult;

/** Starts the gateway with its engine, on a free port. */
public final class StartGateway implements Step {
    @Override
    public String title() {
        return "Unseal and serve";
    }

    @Override
    public StepResult run(Scene scene) throws Exception {
        RunningGateway running = scene.sallyport().serve(0);
        scene.gatewayRuns(running);
        long processes = 1 + running.process().descendants().count();
        return new StepResult.Proved("KMIP over mutual TLS on port " + running.kmip().getPort()
                + ", " + processes + " processes");
    }
}
