package io.sallyport.hsm.crypto;

import java.util.Map;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;

import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;

/** The Weierstrass curves that the engine serves, by KMIP's Recommended Curve. Stateless. */
final class NamedCurves {
    private static final Map<Integer, String> CURVES = Map.of(1, "secp192r1", 4, "secp224r1", 7,
            "secp256r1", 0xa, "secp384r1", 0xd, "secp521r1", 0x19, "secp256k1", 0x3d,
            "brainpoolP256r1", 0x41, "brainpoolP384r1", 0x43, "brainpoolP512r1");
    private static final Map<Integer, Integer> CURVE_OF_BITS =
            Map.of(192, 1, 224, 4, 256, 7, 384, 0xa, 521, 0xd);

    private NamedCurves() {}

    /** The curve with this code. */
    static ECNamedDomainParameters of(int code) throws EngineFault {
        String name = CURVES.get(code);
        if (name == null) {
            throw new EngineFault(Reason.UNSUPPORTED, "The curve is not served.");
        }
        X9ECParameters domain = CustomNamedCurves.getByName(name);
        return new ECNamedDomainParameters(ECNamedCurveTable.getOID(name),
                domain == null ? ECNamedCurveTable.getByName(name) : domain);
    }

    /** The code of NIST's prime curve of this length; 0 if there is none. */
    static int codeOfBits(int bits) {
        return CURVE_OF_BITS.getOrDefault(bits, 0);
    }

    /** The code of the curve with this object identifier. */
    static int codeOf(ASN1ObjectIdentifier identifier) throws EngineFault {
        for (Map.Entry<Integer, String> curve : CURVES.entrySet()) {
            if (identifier.equals(ECNamedCurveTable.getOID(curve.getValue()))) {
                return curve.getKey();
            }
        }
        throw new EngineFault(Reason.UNSUPPORTED, "The curve is not served.");
    }
}
