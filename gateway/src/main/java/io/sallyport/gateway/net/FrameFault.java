package io.sallyport.gateway.net;

/** The stream can't be cut into messages any further. */
final class FrameFault extends Exception {
    private static final long serialVersionUID = 1L;

    private final Refusal refusal;

    FrameFault(Refusal refusal) {
        super("The stream holds no KMIP request: " + refusal + ".", null, false, false);
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }
}
