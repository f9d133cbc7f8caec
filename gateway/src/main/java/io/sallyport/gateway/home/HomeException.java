package io.sallyport.gateway.home;

/** A home that can't be used. The message is one sentence or more for the operator. */
public final class HomeException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Says what is wrong and what to do. */
    public HomeException(String message) {
        super(message);
    }

    /** Says what is wrong and what to do. */
    public HomeException(String message, Throwable cause) {
        super(message, cause);
    }
}
