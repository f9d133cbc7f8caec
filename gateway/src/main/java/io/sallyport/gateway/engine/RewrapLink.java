package io.sallyport.gateway.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import io.sallyport.gateway.port.RewrapPort;
import io.sallyport.hsm.client.BlockingEngineLink;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.command.EngineResult.StatusReport;
import io.sallyport.hsm.command.EngineResult.Wrapped;
import io.sallyport.hsm.object.WrappedObject;

/** A link for re-wrapping: commands of a batch go out behind each other. */
final class RewrapLink implements RewrapPort.Lane {
    private final BlockingEngineLink link;

    RewrapLink(BlockingEngineLink link) {
        this.link = link;
    }

    @Override
    public int termInForce() throws EngineFault {
        return link.call(new EngineCommand.Status(), StatusReport::term);
    }

    @Override
    public List<Optional<WrappedObject>> rewrap(List<WrappedObject> objects) throws EngineFault {
        List<CompletableFuture<WrappedObject>> asked = new ArrayList<>();
        for (WrappedObject object : objects) {
            asked.add(link.submit(new EngineCommand.Rewrap(object), Wrapped::object));
        }
        List<Optional<WrappedObject>> answers = new ArrayList<>();
        for (CompletableFuture<WrappedObject> one : asked) {
            answers.add(authentic(one));
        }
        return answers;
    }

    private static Optional<WrappedObject> authentic(CompletableFuture<WrappedObject> asked)
            throws EngineFault {
        try {
            return Optional.of(BlockingEngineLink.await(asked));
        } catch (EngineFault e) {
            if (e.reason() == Reason.NOT_AUTHENTIC) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public void close() {
        link.close();
    }
}
