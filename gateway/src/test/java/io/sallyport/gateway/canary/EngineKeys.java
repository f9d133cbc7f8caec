package io.sallyport.gateway.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.sallyport.hsm.client.BlockingEngineLink;
import io.sallyport.hsm.client.LinkLimits;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineResult;
import io.sallyport.hsm.command.HashAlgorithm;
import io.sallyport.hsm.command.SignatureSpec;
import io.sallyport.hsm.object.KeyDates;
import io.sallyport.hsm.object.KeyState;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.hsm.object.Protection;
import io.sallyport.hsm.object.Sha256;
import io.sallyport.hsm.object.WrappedObject;

/**
 * Private keys whose numbers are known, used by an engine through its socket. Their numbers are the
 * needles: as bytes, and as the words of a big integer.
 */
final class EngineKeys {
    private static final int PRIVATE_KEY = 4;
    private static final int PKCS8 = 4;
    private static final int RSA = 4;
    private static final int ECDSA = 6;
    private static final int SIGN = 1;
    private static final int SIGNATURES = 20;

    private final List<Needle> needles = new ArrayList<>();

    /** Every number so far, in every form. */
    List<Needle> needles() {
        return needles;
    }

    /** Brings a pair of RSA and one on P-256, and signs with both. */
    void sign(Path socket) throws IOException, GeneralSecurityException {
        try (BlockingEngineLink link = BlockingEngineLink.connect(socket, LinkLimits.SLOW)) {
            KeyPair rsa = pair("RSA", 2048);
            if (rsa.getPrivate() instanceof RSAPrivateCrtKey key) {
                needle("RSA exponent", key.getPrivateExponent(), 256);
                needle("RSA prime p", key.getPrimeP(), 128);
                needle("RSA prime q", key.getPrimeQ(), 128);
                needle("RSA exponent of p", key.getPrimeExponentP(), 128);
                needle("RSA exponent of q", key.getPrimeExponentQ(), 128);
            }
            sign(link, rsa, header(RSA, 2048), SignatureSpec.Padding.PKCS1_V1_5);
            KeyPair ec = pair("EC", 256);
            if (ec.getPrivate() instanceof ECPrivateKey key) {
                needle("EC number", key.getS(), 32);
            }
            sign(link, ec, header(ECDSA, 256), SignatureSpec.Padding.NONE);
        } catch (EngineFault fault) {
            throw new AssertionError(fault);
        }
    }

    private static KeyPair pair(String algorithm, int bits) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    private void needle(String name, BigInteger number, int length) {
        byte[] minimal = number.toByteArray();
        byte[] bytes = new byte[length];
        int count = Math.min(minimal.length, length);
        System.arraycopy(minimal, minimal.length - count, bytes, length - count, count);
        needles.addAll(Needle.formsOf(name, bytes));
    }

    private static void sign(BlockingEngineLink link, KeyPair pair, ObjectHeader header,
            SignatureSpec.Padding padding) throws EngineFault {
        byte[] encoded = pair.getPrivate().getEncoded();
        WrappedObject object = link.call(new EngineCommand.Import(header,
                ByteBuffer.allocateDirect(encoded.length).put(encoded).flip()),
                EngineResult.Wrapped::object);
        for (int i = 0; i < SIGNATURES; i++) {
            int length = link.call(new EngineCommand.Sign(object,
                    new SignatureSpec(padding, HashAlgorithm.SHA_256), false, null,
                    ByteBuffer.allocateDirect(32)),
                    r -> Objects.requireNonNull(r.value()).remaining());
            assertThat(length).isPositive();
        }
    }

    private static ObjectHeader header(int algorithm, int bits) {
        return new ObjectHeader("private", "default", 1, PRIVATE_KEY, PKCS8, algorithm, bits, SIGN,
                KeyState.ACTIVE, new KeyDates(1000, 1000L, null, null, null, null, null, null),
                Protection.EXTRACTABLE, Sha256.of(new byte[32]));
    }
}
