package io.sallyport.gateway.authorisation;

/** What a subject gets to hear. */
public enum Decision {
    /** The operation may go on. */
    ALLOWED,
    /** The subject's role does not include the operation, on any object. */
    DENIED,
    /** The object belongs to others: the answer is that of an object that does not exist. */
    ABSENT
}
