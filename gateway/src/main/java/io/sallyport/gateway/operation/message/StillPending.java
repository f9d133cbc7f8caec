package io.sallyport.gateway.operation.message;

import io.sallyport.kmip.ttlv.ByteSlice;

/** Not a failure: the request goes on, and the client may ask again. */
public final class StillPending extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient ByteSlice correlation;

    /** A request that is known by this correlation value. */
    public StillPending(ByteSlice correlation) {
        super("The request is not finished.", null, false, false);
        this.correlation = correlation;
    }

    /** The Asynchronous Correlation Value. */
    public ByteSlice correlation() {
        return correlation;
    }
}
