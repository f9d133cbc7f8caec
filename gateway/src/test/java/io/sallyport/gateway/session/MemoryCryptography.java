package io.sallyport.gateway.session;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineResult;
import io.sallyport.hsm.command.HashAlgorithm;
import io.sallyport.hsm.command.Part;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.kmip.model.CryptographicAlgorithm;

/**
 * What the engine for tests does beyond ciphers: real hashes, codes and pairs for ECDSA; keys of
 * other pairs and parts of a key are random bytes. A continuation is all data so far.
 */
final class MemoryCryptography {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int PAIR_BYTES = 32;

    private MemoryCryptography() {}

    static EngineResult hash(EngineCommand.Hash command) throws GeneralSecurityException {
        byte[] data = all(command.part(), command.data());
        return isLast(command.part())
                ? new EngineResult.Computed(direct(digest(command.hash(), data)), true, null)
                : new EngineResult.Computed(null, true, direct(data));
    }

    static EngineResult mac(EngineCommand.Mac command) throws GeneralSecurityException {
        byte[] data = all(command.part(), command.data());
        return isLast(command.part())
                ? new EngineResult.Computed(direct(code(command.key().blob(), data)), true, null)
                : new EngineResult.Computed(null, true, direct(data));
    }

    static EngineResult verifyMac(EngineCommand.VerifyMac command)
            throws GeneralSecurityException {
        byte[] data = all(command.part(), command.data());
        if (!isLast(command.part())) {
            return new EngineResult.Verdict(false, true, direct(data));
        }
        ByteBuffer given = command.mac();
        boolean valid = given != null && MessageDigest.isEqual(bytes(given),
                code(command.key().blob(), data));
        return new EngineResult.Verdict(valid, true, null);
    }

    static EngineResult random(EngineCommand.Random command) {
        return new EngineResult.Material(direct(random(command.length())), true);
    }

    static EngineResult pair(EngineCommand.GeneratePair command) throws GeneralSecurityException {
        if (command.publicKey().algorithm() == CryptographicAlgorithm.ECDSA.code()) {
            KeyPair keys = KeyPairGenerator.getInstance("EC").generateKeyPair();
            return new EngineResult.WrappedPair(
                    MemoryEngine.wrapped(command.privateKey(), keys.getPrivate().getEncoded()),
                    MemoryEngine.wrapped(command.publicKey(), keys.getPublic().getEncoded()));
        }
        return new EngineResult.WrappedPair(
                MemoryEngine.wrapped(command.privateKey(), random(PAIR_BYTES)),
                MemoryEngine.wrapped(command.publicKey(), random(PAIR_BYTES)));
    }

    static EngineResult derive(EngineCommand.Derive command) throws GeneralSecurityException {
        byte[] data = command.data() == null ? new byte[0] : bytes(command.data());
        byte[] derived = code(command.key().blob(), data);
        return MemoryEngine.wrapped(command.header(),
                Arrays.copyOf(derived, command.header().lengthBits() / Byte.SIZE));
    }

    static EngineResult split(EngineCommand.Split command) throws GeneralSecurityException {
        List<EngineResult.Wrapped> parts = new ArrayList<>();
        for (ObjectHeader header : command.headers()) {
            parts.add(MemoryEngine.wrapped(header, random(command.object().blob().length)));
        }
        return new EngineResult.WrappedParts(parts);
    }

    private static byte[] all(@Nullable Part part, ByteBuffer data) {
        ByteBuffer before = part == null ? null : part.continuation();
        byte[] first = before == null ? new byte[0] : bytes(before);
        byte[] joined = Arrays.copyOf(first, first.length + data.remaining());
        data.get(data.position(), joined, first.length, data.remaining());
        return joined;
    }

    private static boolean isLast(@Nullable Part part) {
        return part == null || part.last();
    }

    private static byte[] digest(HashAlgorithm hash, byte[] data)
            throws GeneralSecurityException {
        return MessageDigest.getInstance(hash.name().replace('_', '-')).digest(data);
    }

    private static byte[] code(byte[] key, byte[] data) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(data);
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(buffer.position(), bytes);
        return bytes;
    }

    private static ByteBuffer direct(byte[] bytes) {
        return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
    }
}
