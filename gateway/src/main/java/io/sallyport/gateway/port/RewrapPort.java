package io.sallyport.gateway.port;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.object.WrappedObject;

/** The way to the engine for objects that are sealed anew, apart from the way of requests. */
public interface RewrapPort {

    /**
     * Opens a lane to the engine that runs now.
     *
     * @throws IOException if none serves
     */
    Lane open() throws IOException;

    /** A connection of its own: nothing of a client waits behind it. Calls wait. */
    interface Lane extends AutoCloseable {

        /** The term in force. */
        int termInForce() throws EngineFault;

        /**
         * Seals objects anew under the term in force.
         *
         * @return one for each object, in order; nothing for one that is not authentic
         * @throws EngineFault if the engine can't do that now
         */
        List<Optional<WrappedObject>> rewrap(List<WrappedObject> objects) throws EngineFault;

        @Override
        void close();
    }
}
