package io.sallyport.hsm.process;

import java.io.Closeable;
import java.nio.file.Path;

/** A distribution of the engine, as tests start it. */
enum Distribution {
    /** Within the test's own process. */
    ORDINARY {
        @Override
        Running start(Path folder) throws Exception {
            LocalEngine engine = LocalEngine.start(folder);
            return new Running(engine::close, engine.socket());
        }
    },
    /** In a process of its own with its own class path. */
    FIPS {
        @Override
        Running start(Path folder) throws Exception {
            FipsEngine engine = FipsEngine.start(folder);
            return new Running(engine::close, engine.socket());
        }
    };

    /** An engine, and where it listens. */
    record Running(Closeable engine, Path socket) {}

    /** Serves the domain in this folder, which is made if there is none. */
    abstract Running start(Path folder) throws Exception;
}
