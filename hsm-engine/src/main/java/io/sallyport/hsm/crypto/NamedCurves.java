package io.sallyport.hsm.crypto;

import java.util.List;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.teletrust.TeleTrusTObjectIdentifiers;

import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;

/** The Weierstrass curves that the engine serves, by KMIP's Recommended Curve. Stateless. */
final class NamedCurves {
    private static final List<Curve> CURVES = List.of(
            new Curve(1, 192, true, SECObjectIdentifiers.secp192r1),
            new Curve(4, 224, true, SECObjectIdentifiers.secp224r1),
            new Curve(7, 256, true, SECObjectIdentifiers.secp256r1),
            new Curve(0xa, 384, true, SECObjectIdentifiers.secp384r1),
            new Curve(0xd, 521, true, SECObjectIdentifiers.secp521r1),
            new Curve(0x19, 256, false, SECObjectIdentifiers.secp256k1),
            new Curve(0x3d, 256, false, TeleTrusTObjectIdentifiers.brainpoolP256r1),
            new Curve(0x41, 384, false, TeleTrusTObjectIdentifiers.brainpoolP384r1),
            new Curve(0x43, 512, false, TeleTrusTObjectIdentifiers.brainpoolP512r1));

    private NamedCurves() {}

    /**
     * A curve.
     *
     * @param bits length of its field, and of its order
     * @param isOfNist whether it is one of NIST's prime curves
     */
    record Curve(int code, int bits, boolean isOfNist, ASN1ObjectIdentifier identifier) {}

    /** The curve with this code. */
    static Curve of(int code) throws EngineFault {
        return CURVES.stream().filter(curve -> curve.code == code).findFirst()
                .orElseThrow(NamedCurves::unserved);
    }

    /** NIST's prime curve of this length. */
    static Curve ofBits(int bits) throws EngineFault {
        return CURVES.stream().filter(curve -> curve.isOfNist && curve.bits == bits).findFirst()
                .orElseThrow(NamedCurves::unserved);
    }

    /** The curve with this object identifier. */
    static Curve of(ASN1ObjectIdentifier identifier) throws EngineFault {
        return CURVES.stream().filter(curve -> curve.identifier.equals(identifier)).findFirst()
                .orElseThrow(NamedCurves::unserved);
    }

    private static EngineFault unserved() {
        return new EngineFault(Reason.UNSUPPORTED, "The curve is not served.");
    }
}
