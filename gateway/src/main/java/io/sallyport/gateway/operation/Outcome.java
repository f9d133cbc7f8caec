package io.sallyport.gateway.operation;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.port.Change;
import io.sallyport.kmip.message.ResponsePayload;

/**
 * What a successful operation leads to. Nothing of it is true before the changes are committed.
 *
 * @param payload the response
 * @param changes what is to be stored, in order
 * @param identifiers the identifiers that later items of the batch may refer to
 * @param exposed whether clear key material crossed the gateway
 * @param approved whether every cryptographic service used was an approved one
 * @param held what the payload needs until the answer was written or dropped, when
 *        {@link #letGo} or {@link #refuse} is called, once
 */
public record Outcome(ResponsePayload payload, List<Change> changes, List<String> identifiers,
        boolean exposed, boolean approved, Held held) {

    /** Lets go of what it holds, after an answer with it was written. */
    public void letGo() {
        switch (held) {
            case Held.Nothing _ -> {
                // Nothing is held.
            }
            case Held.Buffers buffers -> buffers.release().run();
            case Held.EarlierResult result -> result.letGo().run();
            case Held.GivenBack _ -> {
                // What was held was given back.
            }
        }
    }

    /** Lets go of what it holds because no answer with it leaves. */
    public void refuse() {
        if (held instanceof Held.EarlierResult result) {
            result.giveBack().run();
        } else {
            letGo();
        }
    }

    /**
     * The outcome of the same item once it is undone. It is still told to the audit log; buffers
     * are held until then.
     */
    public Outcome undo() {
        if (held instanceof Held.EarlierResult result) {
            result.giveBack().run();
            return new Outcome(payload, List.of(), List.of(), false, approved,
                    new Held.GivenBack());
        }
        return this;
    }

    /** A response and nothing else. */
    public static Outcome of(ResponsePayload payload) {
        return new Outcome(payload, List.of(), List.of(), false, true, new Held.Nothing());
    }

    /** A response that comes with a change. */
    public static Outcome changing(ResponsePayload payload, Change change) {
        return new Outcome(payload, List.of(change), List.of(), false, true, new Held.Nothing());
    }

    /** The same with identifiers for later items. */
    public Outcome naming(List<String> ids) {
        return new Outcome(payload, changes, ids, exposed, approved, held);
    }

    /** The same, known to have carried clear key material. */
    public Outcome exposing() {
        return new Outcome(payload, changes, identifiers, true, approved, held);
    }

    /** The same with the verdict on the cryptographic service. */
    public Outcome approved(boolean value) {
        return new Outcome(payload, changes, identifiers, exposed, value, held);
    }

    /** The same, holding buffers. */
    public Outcome holding(Runnable release) {
        return new Outcome(payload, changes, identifiers, exposed, approved,
                new Held.Buffers(release));
    }

    /** The same with one more change. */
    public Outcome with(Change change) {
        return with(List.of(change));
    }

    /** A response that comes with several changes, to be stored in this order. */
    public static Outcome changing(ResponsePayload payload, List<Change> changes) {
        return new Outcome(payload, changes, List.of(), false, true, new Held.Nothing());
    }

    /** The same with another response. */
    public Outcome answering(ResponsePayload other) {
        return new Outcome(other, changes, identifiers, exposed, approved, held);
    }

    /** The same with these changes after the others. */
    public Outcome with(List<Change> more) {
        if (more.isEmpty()) {
            return this;
        }
        List<Change> all = new ArrayList<>(changes);
        all.addAll(more);
        return new Outcome(payload, List.copyOf(all), identifiers, exposed, approved, held);
    }

    /**
     * The response of an item that is undone: none if it holds what the engine made, because what
     * is undone, such as lowered usage limits, is not paid for.
     */
    public @Nullable ResponsePayload undonePayload() {
        return held instanceof Held.Nothing ? payload : null;
    }
}
