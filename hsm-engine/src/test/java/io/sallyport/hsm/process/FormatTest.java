package io.sallyport.hsm.process;

import static io.sallyport.hsm.process.EngineFixture.assertReason;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.hsm.object.Protection;
import io.sallyport.hsm.object.WrappedObject;

/** Tests of keys in other formats than the stored one. Formats are Key Format Types of KMIP. */
abstract class FormatTest extends CommandTest {
    static final int PRIVATE_KEY = 4;
    static final int PUBLIC_KEY = 3;
    static final int RAW = 1;
    static final int PKCS1 = 3;
    static final int PKCS8 = 4;
    static final int X509 = 5;
    static final int TRANSPARENT_RSA_PRIVATE = 0xa;
    static final int TRANSPARENT_RSA_PUBLIC = 0xb;
    static final int TRANSPARENT_EC_PRIVATE = 0x14;

    private WrappedObject @Nullable [] rsa;
    private @Nullable EngineFixture rsaOf;

    /** The private key of a pair of RSA, made when it is first asked for. */
    final WrappedObject rsaPrivate() throws EngineFault {
        return rsa()[0];
    }

    /** Its public key. */
    final WrappedObject rsaPublic() throws EngineFault {
        return rsa()[1];
    }

    private WrappedObject[] rsa() throws EngineFault {
        if (rsaOf != engine()) {
            rsa = pair(RSA, 2048, 0);
            rsaOf = engine();
        }
        return Objects.requireNonNull(rsa);
    }

    final WrappedObject[] pair(int algorithm, int bits, int curve) throws EngineFault {
        return pair(algorithm, bits, curve, PKCS8, X509);
    }

    final WrappedObject stored(int type, int format, int algorithm, byte[] material)
            throws EngineFault {
        return engine().stored(header(type, format, algorithm, 0, Protection.EXTRACTABLE),
                material);
    }

    static ObjectHeader header(int type, int format, int algorithm, int bits,
            Protection protection) {
        return EngineFixture.header("key-" + type, type, format, algorithm, bits, ALL, protection);
    }

    final byte[] as(WrappedObject object, int format) throws EngineFault {
        return engine().exported(object, format);
    }

    final void assertRefused(Reason reason, WrappedObject key, int format) {
        assertReason(reason, () -> as(key, format));
    }
}
