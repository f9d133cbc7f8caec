package io.sallyport.gateway.conformance;

import java.io.IOException;

import io.sallyport.kmip.conformance.CaseRunner;

/** A connection over which one case is run. */
public interface CaseConnection extends CaseRunner.Transport, AutoCloseable {

    /** Opens connections. */
    @FunctionalInterface
    interface Opener {
        /**
         * A connection for a case, as a client that may meet the objects of its series and no
         * others, if that can be had.
         *
         * @throws IOException if there is none
         */
        CaseConnection open(CaseFile file) throws IOException;
    }

    @Override
    void close() throws IOException;
}
