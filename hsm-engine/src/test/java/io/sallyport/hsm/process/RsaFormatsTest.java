package io.sallyport.hsm.process;

import static org.assertj.core.api.Assertions.assertThat;
import static io.sallyport.hsm.process.TransparentKeys.MODULUS;
import static io.sallyport.hsm.process.TransparentKeys.P;
import static io.sallyport.hsm.process.TransparentKeys.PRIVATE_EXPONENT;
import static io.sallyport.hsm.process.TransparentKeys.PUBLIC_EXPONENT;
import static io.sallyport.hsm.process.TransparentKeys.Q;

import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.command.EngineResult.Verdict;
import io.sallyport.hsm.command.HashAlgorithm;
import io.sallyport.hsm.command.SignatureSpec;
import io.sallyport.hsm.object.WrappedObject;

/** RSA keys in other formats than the stored one; the JDK is the judge. */
final class RsaFormatsTest extends FormatTest {
    @Test
    void theNumbersOfAnRsaKeyAreThoseOfItsPkcs8() throws Exception {
        RSAPrivateCrtKey key = (RSAPrivateCrtKey) KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(as(rsaPrivate(), PKCS8)));
        Map<Integer, byte[]> fields =
                TransparentKeys.fields(as(rsaPrivate(), TRANSPARENT_RSA_PRIVATE));
        assertThat(fields.keySet()).containsExactly(MODULUS, PRIVATE_EXPONENT, PUBLIC_EXPONENT, P,
                Q, 0x420060, 0x420061, 0x420027);
        assertThat(fields.values()).extracting(BigInteger::new).containsExactly(key.getModulus(),
                key.getPrivateExponent(), key.getPublicExponent(), key.getPrimeP(),
                key.getPrimeQ(), key.getPrimeExponentP(), key.getPrimeExponentQ(),
                key.getCrtCoefficient());
        assertThat(fields.values()).allSatisfy(value -> assertThat(value.length % 8).isZero());
        Map<Integer, byte[]> half = TransparentKeys.fields(as(rsaPublic(), TRANSPARENT_RSA_PUBLIC));
        assertThat(half.keySet()).containsExactly(MODULUS, PUBLIC_EXPONENT);
        assertThat(half.values()).extracting(BigInteger::new).containsExactly(key.getModulus(),
                key.getPublicExponent());
    }

    @Test
    void anRsaKeyComesBackFromEveryFormat() throws Exception {
        byte[] pkcs8 = as(rsaPrivate(), PKCS8);
        byte[] x509 = as(rsaPublic(), X509);
        for (int format : new int[]{PKCS1, PKCS8, TRANSPARENT_RSA_PRIVATE}) {
            WrappedObject copy = stored(PRIVATE_KEY, format, RSA, as(rsaPrivate(), format));
            assertThat(as(copy, PKCS8)).as("from " + format).isEqualTo(pkcs8);
        }
        for (int format : new int[]{PKCS1, X509, TRANSPARENT_RSA_PUBLIC}) {
            WrappedObject copy = stored(PUBLIC_KEY, format, RSA, as(rsaPublic(), format));
            assertThat(as(copy, X509)).as("from " + format).isEqualTo(x509);
        }
    }

    @Test
    void aRegisteredTransparentKeySigns() throws Exception {
        WrappedObject key = stored(PRIVATE_KEY, TRANSPARENT_RSA_PRIVATE, RSA,
                as(rsaPrivate(), TRANSPARENT_RSA_PRIVATE));
        SignatureSpec spec = SignatureSpec.pss(HashAlgorithm.SHA_256, HashAlgorithm.SHA_256, 32);
        byte[] text = {1, 2, 3};
        byte[] signature = engine().call(
                new EngineCommand.Sign(key, spec, false, null, Samples.direct(text)),
                r -> Samples.bytes(r.value()));
        assertThat(engine().call(new EngineCommand.VerifySignature(rsaPublic(), spec, false, null,
                Samples.direct(signature), Samples.direct(text)), Verdict::valid)).isTrue();
    }

    @Test
    void whatIsMissingOfAnRsaKeyIsComputed() throws Exception {
        byte[] pkcs8 = as(rsaPrivate(), PKCS8);
        Map<Integer, byte[]> all =
                TransparentKeys.fields(as(rsaPrivate(), TRANSPARENT_RSA_PRIVATE));
        RSAPrivateCrtKey key = (RSAPrivateCrtKey) KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        RSAPrivateCrtKey found =
                read(TransparentKeys.structure(all, MODULUS, PRIVATE_EXPONENT, PUBLIC_EXPONENT));
        assertThat(found.getPrimeP().multiply(found.getPrimeQ())).isEqualTo(key.getModulus());
        assertThat(found.getPrimeP()).isIn(key.getPrimeP(), key.getPrimeQ());
        assertThat(read(TransparentKeys.structure(all, MODULUS, PRIVATE_EXPONENT, P, Q))
                .getPublicExponent())
                .isEqualTo(key.getPublicExponent());
        assertThat(
                read(TransparentKeys.structure(all, MODULUS, PRIVATE_EXPONENT, PUBLIC_EXPONENT, Q))
                        .getPrimeQ())
                .isEqualTo(key.getPrimeP());
        RSAPrivateCrtKey made =
                read(TransparentKeys.structure(all, MODULUS, PUBLIC_EXPONENT, P, Q));
        assertThat(made.getPrivateExponent().multiply(made.getPublicExponent())
                .mod(key.getPrimeP().subtract(BigInteger.ONE))).isEqualTo(BigInteger.ONE);
        assertThat(made.getPrimeExponentQ()).isEqualTo(key.getPrimeExponentQ());
    }

    @Test
    void numbersThatMakeNoKeyAreRefused() throws Exception {
        Map<Integer, byte[]> all =
                TransparentKeys.fields(as(rsaPrivate(), TRANSPARENT_RSA_PRIVATE));
        refused(TransparentKeys.structure(all, MODULUS, PRIVATE_EXPONENT));
        refused(TransparentKeys.structure(all, MODULUS, PUBLIC_EXPONENT));
        refused(TransparentKeys.structure(all, MODULUS, P, Q));
        byte[] whole =
                TransparentKeys.structure(all, MODULUS, PRIVATE_EXPONENT, PUBLIC_EXPONENT, P, Q);
        for (int length = 0; length < whole.length; length += 13) {
            byte[] cut = new byte[length + 1];
            System.arraycopy(whole, 0, cut, 0, cut.length);
            refused(cut);
        }
        for (int tag : new int[]{P, MODULUS}) {
            Map<Integer, byte[]> wrong = new LinkedHashMap<>(all);
            byte[] changed = Objects.requireNonNull(all.get(tag)).clone();
            changed[changed.length - 1] ^= 2;
            wrong.put(tag, changed);
            refused(TransparentKeys.structure(wrong, MODULUS, PRIVATE_EXPONENT, PUBLIC_EXPONENT, P,
                    Q));
        }
        Map<Integer, byte[]> other = new LinkedHashMap<>(all);
        other.put(PRIVATE_EXPONENT, BigInteger.valueOf(65_539).toByteArray());
        refused(TransparentKeys.structure(other, MODULUS, PRIVATE_EXPONENT, PUBLIC_EXPONENT));
    }

    /** Their arithmetic would take a thread of the engine for hours. */
    @Test
    @Timeout(60)
    void numbersThatAreTooLargeAreRefusedBeforeTheyAreUsed() throws Exception {
        Map<Integer, byte[]> all =
                TransparentKeys.fields(as(rsaPrivate(), TRANSPARENT_RSA_PRIVATE));
        byte[] huge = BigInteger.ONE.shiftLeft(400_000).setBit(0).toByteArray();
        for (int tag : new int[]{PRIVATE_EXPONENT, PUBLIC_EXPONENT, MODULUS}) {
            all.put(tag, huge);
            refused(TransparentKeys.structure(all, MODULUS, PRIVATE_EXPONENT, PUBLIC_EXPONENT));
        }
        refused(TransparentKeys.structure(all, MODULUS, PRIVATE_EXPONENT, P, Q));
        all = TransparentKeys.fields(as(rsaPrivate(), TRANSPARENT_RSA_PRIVATE));
        for (int tag : new int[]{PUBLIC_EXPONENT, P}) {
            Map<Integer, byte[]> wrong = new LinkedHashMap<>(all);
            wrong.put(tag, huge);
            refused(TransparentKeys.structure(wrong, MODULUS, PUBLIC_EXPONENT, P));
        }
    }

    @Test
    void noNumberOfAnRsaKeyIsLongerThanItsModulus() throws Exception {
        RSAPrivateCrtKey key = read(as(rsaPrivate(), TRANSPARENT_RSA_PRIVATE));
        BigInteger large = BigInteger.ONE.shiftLeft(2048).setBit(0);
        byte[] half = new RSAPublicKey(key.getModulus(), large).getEncoded();
        assertRefused(Reason.INVALID_PARAMETERS, stored(PUBLIC_KEY, PKCS1, RSA, half), X509);
        for (int number = 0; number < 7; number++) {
            BigInteger[] numbers = {key.getPublicExponent(), key.getPrivateExponent(),
                    key.getPrimeP(), key.getPrimeQ(), key.getPrimeExponentP(),
                    key.getPrimeExponentQ(), key.getCrtCoefficient()};
            numbers[number] = large;
            byte[] material = new RSAPrivateKey(key.getModulus(), numbers[0], numbers[1],
                    numbers[2], numbers[3], numbers[4], numbers[5], numbers[6]).getEncoded();
            assertRefused(Reason.INVALID_PARAMETERS, stored(PRIVATE_KEY, PKCS1, RSA, material),
                    PKCS8);
        }
    }

    @Test
    void aNumberThatIsThereTwiceIsRefused() throws Exception {
        Map<Integer, byte[]> all =
                TransparentKeys.fields(as(rsaPrivate(), TRANSPARENT_RSA_PRIVATE));
        refused(TransparentKeys.structure(all, MODULUS, MODULUS, PRIVATE_EXPONENT, PUBLIC_EXPONENT,
                P, Q));
    }

    private void refused(byte[] material) throws EngineFault {
        assertRefused(Reason.INVALID_PARAMETERS,
                stored(PRIVATE_KEY, TRANSPARENT_RSA_PRIVATE, RSA, material), PKCS8);
    }

    private RSAPrivateCrtKey read(byte[] transparent) throws Exception {
        WrappedObject key = stored(PRIVATE_KEY, TRANSPARENT_RSA_PRIVATE, RSA, transparent);
        return (RSAPrivateCrtKey) KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(as(key, PKCS8)));
    }
}
