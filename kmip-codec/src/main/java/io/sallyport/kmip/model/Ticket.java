package io.sallyport.kmip.model;

import io.sallyport.kmip.ttlv.ByteSlice;

/**
 * What Login gives for credentials, and what a later request shows instead of them (KMIP 2.1
 * section 7.37). The value is a secret.
 */
public record Ticket(Enumerated<TicketType> type, ByteSlice value) {

    @Override
    public String toString() {
        return "Ticket[" + type + "]";
    }
}
