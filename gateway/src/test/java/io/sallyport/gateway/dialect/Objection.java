package io.sallyport.gateway.dialect;

/** A client would not take this answer; the message says why. */
final class Objection extends Exception {
    private static final long serialVersionUID = 1L;

    Objection(String message) {
        super(message);
    }
}
