package io.sallyport.keycommand;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.client.ClearBytes;
import io.sallyport.kmip.client.KmipClient;
import io.sallyport.kmip.client.KmipClient.Encrypted;
import io.sallyport.kmip.client.KmipClientConfig;
import io.sallyport.kmip.client.KmipClientException;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.BlockCipherMode;
import io.sallyport.kmip.model.CryptographicAlgorithm;
import io.sallyport.kmip.model.CryptographicParameters;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.ObjectType;
import io.sallyport.kmip.model.State;
import io.sallyport.kmip.ttlv.ByteSlice;

/**
 * What the commands ask of a gateway, by KMIP 1.4: Locate, and Encrypt and Decrypt with AES in GCM
 * mode, or Get. Wrapping and unwrapping leave the key in the engine. Not for several threads.
 */
final class KeyService implements AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final int TAG_BYTES = 16;

    private final KmipClient client;

    private KeyService(KmipClient client) {
        this.client = client;
    }

    static KeyService of(KeyCommand.Gateway gateway) throws KeyCommandException {
        return new KeyService(new KmipClient(new KmipClientConfig(gateway.servers(),
                new ClientFolder(gateway.client()).tls(), KmipVersion.V1_4, CONNECT_TIMEOUT,
                gateway.timeout(), true)));
    }

    /** Wraps by the active key of this name. The clear bytes stay the caller's to wipe. */
    WrappedFile wrap(String name, byte[] clear) throws KeyCommandException {
        try {
            String key = one(name, locate(name, State.ACTIVE));
            Encrypted answer = client.encrypt(key, gcm(true), clear, null,
                    WrappedFile.header(key));
            return new WrappedFile(key, present(answer.ivCounterNonce()),
                    present(answer.tag()), answer.data());
        } catch (KmipClientException e) {
            throw new KeyCommandException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Unwraps by the key that the file names, active or not any more. */
    ClearBytes unwrap(WrappedFile file) throws KeyCommandException {
        try {
            return client.decrypt(file.key(), gcm(null),
                    new Encrypted(file.ciphertext(), file.nonce(), file.tag()),
                    WrappedFile.header(file.key()));
        } catch (KmipClientException e) {
            throw new KeyCommandException("The key " + file.key() + " did not unwrap the input. "
                    + e.getMessage(), e);
        }
    }

    /** The value of a key; of several with this name, of the one that is active. */
    ClearBytes get(String name) throws KeyCommandException {
        try {
            List<String> found = locate(name, null);
            return client.get(one(name,
                    found.size() > 1 ? locate(name, State.ACTIVE) : found));
        } catch (KmipClientException e) {
            throw new KeyCommandException(String.valueOf(e.getMessage()), e);
        }
    }

    private List<String> locate(String name, @Nullable State state) throws KmipClientException {
        List<Attribute> filter = new ArrayList<>(List.of(
                Attribute.enumeration(AttributeType.OBJECT_TYPE, ObjectType.SYMMETRIC_KEY),
                Attribute.name(name)));
        if (state != null) {
            filter.add(Attribute.enumeration(AttributeType.STATE, state));
        }
        return client.locate(filter.toArray(Attribute[]::new));
    }

    private static String one(String name, List<String> found) throws KeyCommandException {
        if (found.size() == 1) {
            return found.getFirst();
        }
        throw new KeyCommandException(found.isEmpty()
                ? "This client has no active key '" + name + "'; have one made ('sallyport key"
                        + " list' shows those that there are)."
                : "There are " + found.size() + " active keys '" + name + "': " + found
                        + "; deactivate the old ones.");
    }

    private static CryptographicParameters gcm(@Nullable Boolean randomNonce) {
        return CryptographicParameters.of(CryptographicAlgorithm.AES, BlockCipherMode.GCM, null,
                randomNonce, TAG_BYTES);
    }

    private static ByteSlice present(@Nullable ByteSlice slice) throws KeyCommandException {
        if (slice == null) {
            throw new KeyCommandException("The gateway's answer is not complete.");
        }
        return slice;
    }

    @Override
    public void close() {
        client.close();
    }
}
