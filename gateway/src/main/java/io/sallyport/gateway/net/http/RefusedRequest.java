package io.sallyport.gateway.net.http;

/** An endpoint refuses a request after having read its body. */
public final class RefusedRequest extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient HttpRefusal refusal;

    /** A refusal instead of an answer. */
    public RefusedRequest(HttpRefusal refusal) {
        super(refusal.text(), null, false, false);
        this.refusal = refusal;
    }

    /** What is answered. */
    public HttpRefusal refusal() {
        return refusal;
    }
}
