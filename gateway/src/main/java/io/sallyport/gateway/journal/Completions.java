package io.sallyport.gateway.journal;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.vertx.core.Context;

/** Tells the callers of a group how it ended, with one task for each of their contexts. */
final class Completions {
    private static final Logger LOG = LoggerFactory.getLogger(Completions.class);

    private Completions() {}

    /**
     * Completes every submission of a group.
     *
     * @param failure why none of them was stored, or null
     */
    static void send(List<Pending> group, @Nullable JournalException failure) {
        IdentityHashMap<Context, List<Pending>> byContext = new IdentityHashMap<>();
        for (Pending pending : group) {
            Context context = pending.context();
            if (context == null) {
                complete(pending, failure);
            } else {
                byContext.computeIfAbsent(context, first -> new ArrayList<>()).add(pending);
            }
        }
        byContext.forEach((context, submissions) -> send(context, submissions, failure));
    }

    private static void send(Context context, List<Pending> submissions,
            @Nullable JournalException failure) {
        try {
            context.runOnContext(task -> submissions.forEach(one -> complete(one, failure)));
        } catch (RejectedExecutionException gone) {
            LOG.warn("{} submissions have no event loop left to hear of them.",
                    submissions.size());
        }
    }

    /** A caller's handler that throws must not keep the others from hearing. */
    private static void complete(Pending pending, @Nullable JournalException failure) {
        try {
            if (failure != null) {
                pending.promise().fail(failure);
            } else if (pending.conflict() != null) {
                pending.promise().fail(pending.conflict());
            } else {
                pending.promise().complete();
            }
        } catch (RuntimeException thrown) {
            LOG.error("A handler of a committed submission failed.", thrown);
        }
    }
}
