package io.sallyport.hsm.crypto.fips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.SignatureException;

import org.junit.jupiter.api.Test;

import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;

/**
 * What a provider's refusals become: anybody may have brought the key, so a refused key breaks nothing.
 */
class FipsKeysTest {

    private static Object refuses(GeneralSecurityException refusal)
            throws GeneralSecurityException {
        throw refusal;
    }

    @Test
    void aKeyThatTheProviderDoesNotTakeIsAFault() {
        InvalidKeyException refusal = new InvalidKeyException("no");
        assertThatThrownBy(() -> FipsKeys.run(() -> refuses(refusal)))
                .isInstanceOfSatisfying(EngineFault.class, fault -> assertThat(fault.reason())
                        .isEqualTo(Reason.INVALID_PARAMETERS));
        assertThatThrownBy(() -> FipsKeys.attempt(() -> refuses(refusal)))
                .isInstanceOf(EngineFault.class);
    }

    @Test
    void whatIsNotApprovedIsAFault() {
        assertThatThrownBy(() -> FipsKeys.run(() -> {
            throw new AssertionError("not in approved mode");
        })).isInstanceOfSatisfying(EngineFault.class,
                fault -> assertThat(fault.reason()).isEqualTo(Reason.NOT_APPROVED));
    }

    @Test
    void aSignatureThatCanNotBeMadeBreaksTheEngine() {
        assertThatThrownBy(() -> FipsKeys.run(() -> refuses(new SignatureException("no"))))
                .isInstanceOf(IllegalStateException.class);
    }
}
