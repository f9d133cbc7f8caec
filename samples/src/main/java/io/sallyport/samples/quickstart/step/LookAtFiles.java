package io.sallyport.samples.quickstart.step;

import io.sallyport.samples.quickstart.Markers;
import io.sallyport.samples.quickstart.Scene;
import io.sallyport.samples.quickstart.Step;
import io.sallyport.samples.quickstart.StepResult;
import io.sallyport.samples.quickstart.database.FileScan;
import java.nio.file.Path;

/** Looks for the rows in every file of the closed database: data, log, metadata. */
public final class LookAtFiles implements Step {
    @Override
    public String title() {
        return "Look at the files on disk";
    }

    @Override
    public StepResult run(Scene scene) throws Exception {
        Path files = scene.folder("database");
        FileScan clear = FileScan.of(files, Markers.CLEAR);
        FileScan secret = FileScan.of(files, Markers.SECRET);
        if (clear.hits() < Scene.ROWS) {
            return new StepResult.Failed("the scan sees only " + clear.hits() + " of " + Scene.ROWS
                    + " rows of the clear cache, so it proves nothing.");
        }
        if (secret.hits() > 0) {
            return new StepResult.Failed(secret.hits()
                    + " texts of the encrypted cache are on disk in clear.");
        }
        return new StepResult.Proved("encrypted cache: 0 hits; clear cache: " + clear.hits()
                + " hits; " + clear.files() + " files, " + (clear.bytes() >> 20) + " MiB");
    }
}
