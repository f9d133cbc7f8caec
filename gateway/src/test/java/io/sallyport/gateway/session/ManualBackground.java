package io.sallyport.gateway.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/** Time passes when the test says so. */
final class ManualBackground implements Background {
    private final List<Task> tasks = new ArrayList<>();
    private Duration now = Duration.ZERO;

    private record Task(Duration due, Runnable run) {}

    @Override
    public void after(Duration time, Runnable task) {
        tasks.add(new Task(now.plus(time), task));
    }

    @Override
    public Executor here() {
        return Runnable::run;
    }

    /** Lets time pass, and runs what becomes due. */
    void pass(Duration time) {
        now = now.plus(time);
        for (Task task : List.copyOf(tasks)) {
            if (task.due.compareTo(now) <= 0) {
                tasks.remove(task);
                task.run.run();
            }
        }
    }
}
