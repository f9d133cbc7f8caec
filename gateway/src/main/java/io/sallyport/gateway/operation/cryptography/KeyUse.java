package io.sallyport.gateway.operation.cryptography;

import io.sallyport.gateway.lifecycle.Lifecycle;
import io.sallyport.gateway.operation.Call;
import io.sallyport.gateway.operation.Faults;
import io.sallyport.gateway.operation.OperationFault;
import io.sallyport.gateway.port.StoredObject;
import io.sallyport.hsm.object.KeyDates;
import io.sallyport.hsm.object.KeyState;
import io.sallyport.kmip.model.CryptographicAlgorithm;

/**
 * Whether state, dates and algorithm of a key allow a use. The engine checks them again, and the
 * usage mask; here they come before the parameters, so that a key in the wrong state says so.
 * Stateless.
 */
final class KeyUse {

    private KeyUse() {}

    /** Refuses a key that may not protect any more, or not yet, or that the engine only keeps. */
    static void requireProtect(StoredObject key, Call call) throws OperationFault {
        KeyDates dates = key.header().dates();
        boolean stopped = dates.protectStop() != null && dates.protectStop() <= call.now();
        if (Lifecycle.effective(key.header(), call.now()) != KeyState.ACTIVE || stopped) {
            throw Faults.wrongState(call.version());
        }
        requireServed(key, call);
    }

    /** Refuses a key that may not process any more, or not yet, or that the engine only keeps. */
    static void requireProcess(StoredObject key, Call call) throws OperationFault {
        KeyDates dates = key.header().dates();
        boolean early = dates.processStart() != null && dates.processStart() > call.now();
        KeyState state = Lifecycle.effective(key.header(), call.now());
        boolean usable = state == KeyState.ACTIVE || state == KeyState.DEACTIVATED
                || state == KeyState.COMPROMISED;
        if (!usable || early) {
            throw Faults.wrongState(call.version());
        }
        requireServed(key, call);
    }

    private static void requireServed(StoredObject key, Call call) throws OperationFault {
        switch (CryptographicAlgorithm.of(key.header().algorithm())) {
            case DSA, DH, ECMQV -> throw Faults.keptOnly(call.version());
            case null, default -> {
                // The parameters say whether it is served.
            }
        }
    }
}
