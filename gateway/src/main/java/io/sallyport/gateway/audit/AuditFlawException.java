package io.sallyport.gateway.audit;

/** The log is not what was written; the message is the flaw's sentence. */
public final class AuditFlawException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient AuditFlaw flaw;

    AuditFlawException(AuditFlaw flaw) {
        super(flaw.sentence(), null, false, false);
        this.flaw = flaw;
    }

    /** Where and what. */
    public AuditFlaw flaw() {
        return flaw;
    }
}
