package io.sallyport.gateway.operation.certificate;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.operation.Call;
import io.sallyport.gateway.operation.Faults;
import io.sallyport.gateway.operation.OperationFault;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeType;

/**
 * How long certificates are valid: from the activation to the deactivation date that the client
 * gives, else for a year from now, and never longer than the authority. Stateless.
 */
final class Validities {
    private static final long YEAR_SECONDS = 365L * 86_400;
    /** Clocks of others run late. */
    private static final long BACKDATING_SECONDS = 600;

    private Validities() {}

    /** The validity of a new certificate. */
    static Issuing.Validity of(Call call, AttributeList given, Authority authority)
            throws OperationFault {
        return within(orElse(given.date(AttributeType.ACTIVATION_DATE),
                call.now() - BACKDATING_SECONDS),
                orElse(given.date(AttributeType.DEACTIVATION_DATE), call.now() + YEAR_SECONDS),
                authority);
    }

    /**
     * The validity of a certificate that replaces another one: as long as that one's, from now, or
     * from {@code offset} seconds after the old one's beginning.
     */
    static Issuing.Validity renewed(Call call, AttributeList given, Authority authority,
            Issuing.Validity old, @Nullable Integer offset) throws OperationFault {
        long from = orElse(given.date(AttributeType.ACTIVATION_DATE),
                offset == null ? call.now() - BACKDATING_SECONDS : old.from() + offset);
        long until = orElse(given.date(AttributeType.DEACTIVATION_DATE),
                from + old.until() - old.from());
        return within(from, until, authority);
    }

    private static Issuing.Validity within(long from, long until, Authority authority)
            throws OperationFault {
        long last = Math.min(until, Issuing.Validity.of(authority.certificate()).until());
        if (last <= from) {
            throw Faults.invalidField("The certificate would never be valid.");
        }
        return new Issuing.Validity(from, last);
    }

    private static long orElse(@Nullable Long given, long otherwise) {
        return given == null ? otherwise : given;
    }
}
