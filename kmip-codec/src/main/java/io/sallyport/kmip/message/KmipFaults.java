package io.sallyport.kmip.message;

import io.sallyport.kmip.bind.BindFault;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.ttlv.TtlvFault;

/** From what the binder and the decoder refuse to what the peer is told. */
final class KmipFaults {

    private KmipFaults() {}

    static KmipFault of(BindFault fault) {
        return KmipFault.of(fault.reason(), fault.detail()).withCause(fault);
    }

    static KmipFault of(TtlvFault fault) {
        String detail = fault.getMessage();
        return KmipFault.of(ResultReason.INVALID_MESSAGE, detail == null ? "" : detail)
                .withCause(fault);
    }
}
