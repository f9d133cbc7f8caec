package io.sallyport.kmip.bind;

import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.ttlv.TtlvItem;

/** A structure that breaks the rules of its table. Says where, never with what content. */
public final class BindFault extends Exception {
    private static final long serialVersionUID = 1L;

    private final ResultReason reason;
    private final String detail;

    public BindFault(ResultReason reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
        this.detail = detail;
    }

    /** What the specification answers to this. */
    public ResultReason reason() {
        return reason;
    }

    /** For the log. */
    public String detail() {
        return detail;
    }

    static BindFault type(TtlvItem item, String expected) {
        return new BindFault(ResultReason.INVALID_MESSAGE,
                Tag.nameOf(item.tag()) + " is not " + expected);
    }
}
