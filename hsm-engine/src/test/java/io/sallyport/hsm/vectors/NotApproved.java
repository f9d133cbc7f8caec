package io.sallyport.hsm.vectors;

import io.sallyport.hsm.command.EngineFault;

/** The engine of the FIPS distribution does not give the service that a case asks for. */
final class NotApproved extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotApproved(EngineFault fault) {
        super(fault);
    }
}
