package io.sallyport.samples.quickstart.step;

import io.sallyport.samples.quickstart.Scene;
import io.sallyport.samples.quickstart.Step;
import io.sallyport.samples.quickstart.StepResult;
import java.nio.file.Files;
import java.util.List;

/** Enrols two clients while the gateway runs: the database, and the MongoDB application. */
public final class EnrolClients implements Step {
    @Override
    public String title() {
        return "Enrol clients";
    }

    @Override
    public StepResult run(Scene scene) throws Exception {
        for (String name : List.of("ignite", "mongodb")) {
            scene.sallyport().run("client", "add", name, "--out", scene.client(name).toString());
            if (!Files.exists(scene.client(name).resolve("client-key.pem"))) {
                return new StepResult.Failed("client add " + name + " wrote no client-key.pem.");
            }
        }
        return new StepResult.Proved("a certificate each for 'ignite' and 'mongodb'");
    }
}
