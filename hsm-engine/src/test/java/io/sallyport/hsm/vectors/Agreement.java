package io.sallyport.hsm.vectors;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Objects;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.internal.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

import io.sallyport.hsm.command.DerivationSpec;
import io.sallyport.hsm.command.DerivationSpec.Method;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.object.WrappedObject;

/** Diffie-Hellman on curves: the secret is derived as a key and led out. */
final class Agreement {
    private static final int EC = 0x1a;
    private static final int TRANSPARENT_PRIVATE = 0x14;
    private static final int TRANSPARENT_PUBLIC = 0x15;
    private static final Map<String, Integer> CURVES =
            Map.of("secp256r1", 7, "secp384r1", 0xa, "secp521r1", 0xd, "secp256k1", 0x19);
    private static final DerivationSpec SECRET = new DerivationSpec(Method.ASYMMETRIC_KEY, null);

    private Agreement() {}

    /** A key of the other side in X.509. */
    static Family onCurve(CommandPath path) {
        return test -> agree(path, number(path, test), path.store(CommandPath.PUBLIC_KEY,
                CommandPath.X509, EC, test.bytes("public")), test);
    }

    /** A point of the other side, which KMIP has in a transparent key. */
    static Family withPoint(CommandPath path) {
        return test -> agree(path, number(path, test), path.store(CommandPath.PUBLIC_KEY,
                TRANSPARENT_PUBLIC, EC,
                Transparent.curve(curve(test), Transparent.Q_STRING, test.bytes("public"))),
                test);
    }

    /** Both keys in their encodings. */
    static Family encoded(CommandPath path) {
        return test -> agree(path,
                path.store(CommandPath.PRIVATE_KEY, CommandPath.PKCS8, EC, test.bytes("private")),
                path.store(CommandPath.PUBLIC_KEY, CommandPath.X509, EC, test.bytes("public")),
                test);
    }

    /** Both keys as bare bytes, which KMIP has in no form: they are put into their encodings. */
    static Family bare(CommandPath path) {
        return test -> {
            ASN1ObjectIdentifier curve = test.group().text("curve").equals("curve25519")
                    ? EdECObjectIdentifiers.id_X25519
                    : EdECObjectIdentifiers.id_X448;
            try {
                AlgorithmIdentifier algorithm = new AlgorithmIdentifier(curve);
                byte[] mine = new PrivateKeyInfo(algorithm,
                        new DEROctetString(test.bytes("private"))).getEncoded();
                byte[] theirs =
                        new SubjectPublicKeyInfo(algorithm, test.bytes("public")).getEncoded();
                return agree(path,
                        path.store(CommandPath.PRIVATE_KEY, CommandPath.PKCS8, EC, mine),
                        path.store(CommandPath.PUBLIC_KEY, CommandPath.X509, EC, theirs), test);
            } catch (IOException e) {
                throw new AssertionError(test.toString(), e);
            }
        };
    }

    private static Outcome agree(CommandPath path, WrappedObject mine, WrappedObject theirs,
            Case test) throws EngineFault {
        byte[] shared = test.bytes("shared");
        int bits = Math.max(shared.length, 16) * Byte.SIZE;
        return Outcome.byCommand(Attempt.gives(shared,
                () -> path.export(path.make(new EngineCommand.Derive(mine, theirs, SECRET, null,
                        null, null, CommandPath.header(CommandPath.SECRET_DATA, CommandPath.RAW,
                                0, bits))))));
    }

    private static WrappedObject number(CommandPath path, Case test) throws EngineFault {
        return path.store(CommandPath.PRIVATE_KEY, TRANSPARENT_PRIVATE, EC, Transparent.curve(
                curve(test), Transparent.D,
                new BigInteger(test.test().text("private"), 16).toByteArray()));
    }

    private static byte[] curve(Case test) {
        int code = Objects.requireNonNull(CURVES.get(test.group().text("curve")));
        return ByteBuffer.allocate(Integer.BYTES).putInt(code).array();
    }
}
