package io.sallyport.gateway.rewrap;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import io.sallyport.gateway.port.RewrapPort;
import io.sallyport.gateway.store.SealedFixture;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.object.WrappedObject;
import io.sallyport.kmip.model.AttributeList;

/** An engine that seals the fixture's objects anew, or is away, or is watched while it does. */
final class MemoryRewrap implements RewrapPort, RewrapPort.Lane {
    final AtomicInteger term = new AtomicInteger(2);
    /** How often it is not there, and how often it goes away in the middle. */
    final AtomicInteger absences = new AtomicInteger();
    final AtomicInteger breaks = new AtomicInteger();
    final Set<String> notAuthentic = ConcurrentHashMap.newKeySet();
    /** What happens between the reading of rows and the answer. */
    volatile Consumer<List<WrappedObject>> meanwhile = objects -> {};

    @Override
    public Lane open() throws IOException {
        if (absences.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new IOException("The engine is away.");
        }
        return this;
    }

    @Override
    public int termInForce() {
        return term.get();
    }

    @Override
    public List<Optional<WrappedObject>> rewrap(List<WrappedObject> objects) throws EngineFault {
        if (breaks.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new EngineFault(Reason.UNAVAILABLE, "The engine went away.");
        }
        meanwhile.accept(objects);
        List<Optional<WrappedObject>> answers = new ArrayList<>();
        for (WrappedObject object : objects) {
            answers.add(notAuthentic.contains(object.header().id())
                    ? Optional.empty()
                    : Optional.of(SealedFixture.seal(term.get(), object.header(),
                            AttributeList.of()).wrapped()));
        }
        return answers;
    }

    @Override
    public void close() {}
}
