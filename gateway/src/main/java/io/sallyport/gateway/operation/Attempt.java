package io.sallyport.gateway.operation;

import io.vertx.core.Future;

/** Lets steps of a future be refused by throwing. Stateless. */
public final class Attempt {

    private Attempt() {}

    /**
     * A step that may be refused at once.
     *
     * @param <T> what it leads to
     */
    @FunctionalInterface
    public interface Step<T> {

        /** Takes it. */
        Future<T> take() throws OperationFault;
    }

    /** The step's future; one that failed if it was refused. */
    public static <T> Future<T> of(Step<T> step) {
        try {
            return step.take();
        } catch (OperationFault refused) {
            return Future.failedFuture(refused);
        }
    }
}
