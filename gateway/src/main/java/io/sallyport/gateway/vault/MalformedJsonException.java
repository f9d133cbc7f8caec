package io.sallyport.gateway.vault;

/** A body is no JSON text, or not the one that is wanted. Says nothing about its content. */
final class MalformedJsonException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedJsonException(String what) {
        super(what, null, false, false);
    }
}
