package io.sallyport.hsm.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Map;

import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.junit.jupiter.api.Test;

import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.command.EngineResult.Verdict;
import io.sallyport.hsm.command.SignatureSpec;
import io.sallyport.hsm.object.WrappedObject;

/** Keys on curves in other formats than the stored one; the JDK is the judge. */
final class CurveFormatsTest extends FormatTest {
    private static final int ED25519 = 0x37;
    private static final int ED448 = 0x38;
    private static final int EC_PRIVATE_KEY = 6;
    private static final int TRANSPARENT_ECDSA_PRIVATE = 0xe;
    private static final int TRANSPARENT_EC_PUBLIC = 0x15;
    private static final int CURVE = 0x420075;
    private static final int D = 0x42002e;
    private static final int Q_STRING = 0x420072;

    @Test
    void keysOnEdwardsAndMontgomeryCurvesHaveARawForm() throws Exception {
        WrappedObject[][] pairs = {pair(ED25519, 0, 0), pair(ED448, 0, 0), pair(EC, 0, 0x45),
                pair(EC, 0, 0x46)};
        int[] lengths = {32, 57, 32, 56};
        for (int i = 0; i < pairs.length; i++) {
            byte[] secret = as(pairs[i][0], RAW);
            assertThat(secret).hasSize(lengths[i]);
            byte[] pkcs8 = as(pairs[i][0], PKCS8);
            byte[] octets = ASN1OctetString
                    .getInstance(PrivateKeyInfo.getInstance(pkcs8).parsePrivateKey()).getOctets();
            assertThat(secret).isEqualTo(octets);
            assertThat(as(pairs[i][1], RAW)).isEqualTo(SubjectPublicKeyInfo
                    .getInstance(as(pairs[i][1], X509)).getPublicKeyData().getBytes());
        }
        int[] algorithms = {ED25519, ED448};
        for (int i = 0; i < algorithms.length; i++) {
            WrappedObject key = stored(PRIVATE_KEY, RAW, algorithms[i], as(pairs[i][0], RAW));
            WrappedObject half = stored(PUBLIC_KEY, RAW, algorithms[i], as(pairs[i][1], RAW));
            assertThat(as(half, X509)).isEqualTo(as(pairs[i][1], X509));
            SignatureSpec spec = new SignatureSpec(SignatureSpec.Padding.NONE, null);
            byte[] text = {1, 2, 3};
            byte[] signature = engine().call(
                    new EngineCommand.Sign(key, spec, false, null, Samples.direct(text)),
                    r -> Samples.bytes(r.value()));
            assertThat(engine().call(new EngineCommand.VerifySignature(half, spec, false, null,
                    Samples.direct(signature), Samples.direct(text)), Verdict::valid)).isTrue();
            assertRefused(Reason.INVALID_PARAMETERS,
                    stored(PRIVATE_KEY, RAW, algorithms[i], new byte[31]), PKCS8);
            assertRefused(Reason.UNSUPPORTED,
                    stored(PRIVATE_KEY, RAW, EC, as(pairs[i][0], RAW)), PKCS8);
        }
        assertRefused(Reason.UNSUPPORTED, rsaPrivate(), RAW);
        assertRefused(Reason.UNSUPPORTED, rsaPublic(), RAW);
    }

    @Test
    void aKeyOnACurveIsItsCurveAndItsNumber() throws Exception {
        WrappedObject[] pair = pair(EC, 256, 0);
        KeyFactory factory = KeyFactory.getInstance("EC");
        ECPrivateKey key = (ECPrivateKey) factory
                .generatePrivate(new PKCS8EncodedKeySpec(as(pair[0], PKCS8)));
        ECPublicKey half = (ECPublicKey) factory
                .generatePublic(new X509EncodedKeySpec(as(pair[1], X509)));
        Map<Integer, byte[]> fields = TransparentKeys.fields(as(pair[0], TRANSPARENT_EC_PRIVATE));
        assertThat(fields.keySet()).containsExactly(CURVE, D);
        assertThat(fields.get(CURVE)).containsExactly(0, 0, 0, 7);
        assertThat(new BigInteger(fields.get(D))).isEqualTo(key.getS());
        assertThat(as(pair[0], TRANSPARENT_ECDSA_PRIVATE))
                .isEqualTo(as(pair[0], TRANSPARENT_EC_PRIVATE));
        Map<Integer, byte[]> point = TransparentKeys.fields(as(pair[1], TRANSPARENT_EC_PUBLIC));
        assertThat(point.keySet()).containsExactly(CURVE, Q_STRING);
        byte[] q = point.get(Q_STRING);
        assertThat(q).hasSize(65).startsWith(4);
        assertThat(new BigInteger(1, q, 1, 32)).isEqualTo(half.getW().getAffineX());
        assertThat(new BigInteger(1, q, 33, 32)).isEqualTo(half.getW().getAffineY());
    }

    @Test
    void keysOnAllCurvesComeBack() throws Exception {
        for (int curve : new int[]{1, 4, 7, 0xa, 0xd, 0x19, 0x3d, 0x41, 0x43}) {
            WrappedObject[] pair = pair(EC, 0, curve);
            WrappedObject half = stored(PUBLIC_KEY, TRANSPARENT_EC_PUBLIC, EC,
                    as(pair[1], TRANSPARENT_EC_PUBLIC));
            assertThat(as(half, X509)).as("curve " + curve).isEqualTo(as(pair[1], X509));
            byte[] transparent = as(pair[0], TRANSPARENT_EC_PRIVATE);
            WrappedObject key = stored(PRIVATE_KEY, TRANSPARENT_EC_PRIVATE, EC, transparent);
            WrappedObject again = stored(PRIVATE_KEY, EC_PRIVATE_KEY, EC,
                    as(key, EC_PRIVATE_KEY));
            assertThat(as(again, TRANSPARENT_EC_PRIVATE)).isEqualTo(transparent);
        }
    }

    @Test
    void aPointThatIsNotOnTheCurveIsRefused() throws Exception {
        byte[] material = as(pair(EC, 256, 0)[1], TRANSPARENT_EC_PUBLIC);
        // The last byte of the point; seven of padding are behind it.
        material[material.length - 8] ^= 1;
        WrappedObject key = stored(PUBLIC_KEY, TRANSPARENT_EC_PUBLIC, EC, material);
        assertRefused(Reason.INVALID_PARAMETERS, key, X509);
    }
}
