package io.sallyport.hsm.process;

import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.crypto.CryptoModule;

/**
 * The door of the FIPS distribution: what {@link io.sallyport.hsm.policy.ApprovedServices} does not
 * have is refused before the module is asked. Stateless.
 */
final class ApprovedOnly {
    private ApprovedOnly() {}

    /**
     * Whether a service is approved, as it was given.
     *
     * @throws EngineFault if it is not, and this engine gives approved services only
     */
    static boolean require(boolean approved) throws EngineFault {
        if (!approved && CryptoModule.current().approvedOnly()) {
            throw new EngineFault(Reason.NOT_APPROVED, "This " + CryptoModule.NOT_APPROVED);
        }
        return approved;
    }
}
