package io.sallyport.gateway.session;

import java.time.Duration;
import java.util.concurrent.Executor;

import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** Work that nobody waits for. Safe for every event loop. */
public interface Background {

    /** Runs a task after a while, on the event loop of the caller. */
    void after(Duration time, Runnable task);

    /** Runs tasks on the event loop of the caller, wherever they come from. */
    Executor here();

    /** Background work of these event loops. */
    static Background of(Vertx vertx) {
        return new Background() {
            @Override
            public void after(Duration time, Runnable task) {
                vertx.setTimer(time.toMillis(), _ -> task.run());
            }

            @Override
            public Executor here() {
                Context context = Vertx.currentContext();
                return context == null ? Runnable::run
                        : task -> context.runOnContext(_ -> task.run());
            }
        };
    }
}
