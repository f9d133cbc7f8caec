package io.sallyport.hsm.crypto.fips;

import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The module's approved generator, Hash_DRBG with SHA-512 at 256 bits of strength (SP 800-90A),
 * seeded from the kernel's generator under the engine's health tests, and again for every request
 * (prediction resistance). The module's own default would seed it from the JDK's strong generator,
 * which nobody tests; an entropy source that is given to the provider's constructor is not used by
 * version 2.1.3. Safe for every thread.
 */
final class FipsRandom {
    private static final String GENERATORS = "org.bouncycastle.crypto.fips.FipsDRBG";
    private static final String KIND = "SHA512";
    private static final int NONCE_BYTES = 32;
    private static final byte[] PERSONALISATION =
            "Sallyport engine".getBytes(StandardCharsets.US_ASCII);

    private final AtomicBoolean hasDefault = new AtomicBoolean();

    /**
     * A generator that draws its seeds from this source. The first one is also what the module uses
     * where nobody gives it one, for instance to blind and to make keys on Edwards curves.
     *
     * @throws IllegalStateException if the module makes none
     */
    SecureRandom seededBy(SecureRandom kernel) {
        SecureRandom made = make(kernel);
        if (hasDefault.compareAndSet(false, true)) {
            call(() -> Class.forName(FipsModule.REGISTRAR)
                    .getMethod("setSecureRandom", SecureRandom.class).invoke(null, made));
        }
        return made;
    }

    private static SecureRandom make(SecureRandom kernel) {
        byte[] nonce = new byte[NONCE_BYTES];
        kernel.nextBytes(nonce);
        return (SecureRandom) call(() -> {
            Object kind = Class.forName(GENERATORS).getField(KIND).get(null);
            Object builder = kind.getClass()
                    .getMethod("fromEntropySource", SecureRandom.class, boolean.class)
                    .invoke(kind, kernel, true);
            builder.getClass().getMethod("setPersonalizationString", byte[].class)
                    .invoke(builder, (Object) PERSONALISATION);
            return builder.getClass().getMethod("build", byte[].class, boolean.class)
                    .invoke(builder, nonce, true);
        });
    }

    private interface Call {
        Object call() throws ReflectiveOperationException;
    }

    /** What the module throws itself, a self-test that failed among it, comes out as it is. */
    private static Object call(Call call) {
        try {
            return call.call();
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            throw new IllegalStateException("The module has no random generator.", e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The module has no random generator.", e);
        }
    }
}
