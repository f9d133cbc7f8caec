package io.sallyport.ignite;

import io.sallyport.kmip.client.ClearBytes;
import io.sallyport.kmip.client.KmipClient;
import io.sallyport.kmip.client.KmipClientConfig;
import io.sallyport.kmip.client.KmipClientException;
import io.sallyport.kmip.client.ServerAddress;
import io.sallyport.kmip.client.TlsContexts;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.BlockCipherMode;
import io.sallyport.kmip.model.CryptographicAlgorithm;
import io.sallyport.kmip.model.CryptographicParameters;
import io.sallyport.kmip.model.CryptographicUsageMask;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.ObjectType;
import io.sallyport.kmip.model.State;
import io.sallyport.kmip.ttlv.ByteSlice;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Master keys of a KMIP 1.4 server (the first version with authenticated encryption): found by
 * Locate, used by Encrypt and Decrypt in GCM mode with a vector that the server makes.
 */
final class KmipMasterKeys implements MasterKeys {
    private static final int KEY_BITS = 256;
    private static final int TAG_BYTES = 16;
    private static final int USAGE = CryptographicUsageMask.ENCRYPT
            | CryptographicUsageMask.DECRYPT;

    private final KmipClient client;
    private final boolean createMissingKeys;

    private KmipMasterKeys(KmipClient client, boolean createMissingKeys) {
        this.client = client;
        this.createMissingKeys = createMissingKeys;
    }

    /** Reads the files of the settings; the server is first asked when a key is. */
    static MasterKeys connect(ServerSettings settings) throws MasterKeyException {
        try {
            List<ServerAddress> servers = settings.servers().stream()
                    .map(server -> new ServerAddress(server.getHostString(), server.getPort()))
                    .toList();
            return new KmipMasterKeys(new KmipClient(new KmipClientConfig(servers, tls(settings),
                    KmipVersion.V1_4, settings.connectTimeout(), settings.requestTimeout(), true)),
                    settings.createMissingKeys());
        } catch (IOException | GeneralSecurityException e) {
            throw new MasterKeyException("the certificate files can't be used: " + e.getMessage(),
                    e);
        }
    }

    private static SSLContext tls(ServerSettings settings)
            throws IOException, GeneralSecurityException {
        return switch (settings.identity()) {
            case ServerSettings.Identity.Pem pem -> TlsContexts.ofPem(settings.caCertificate(),
                    pem.certificate(), pem.key());
            case ServerSettings.Identity.Pkcs12 pkcs12 -> {
                char[] password = pkcs12.password();
                try {
                    yield TlsContexts.ofPkcs12(pkcs12.file(), password,
                            settings.caCertificate());
                } finally {
                    Arrays.fill(password, '\0');
                }
            }
        };
    }

    @Override
    public MasterKey find(String name) throws MasterKeyException {
        try {
            List<String> found = client.locate(
                    Attribute.enumeration(AttributeType.OBJECT_TYPE, ObjectType.SYMMETRIC_KEY),
                    Attribute.name(name),
                    Attribute.enumeration(AttributeType.STATE, State.ACTIVE));
            if (found.size() > 1) {
                throw new MasterKeyException("the gateway has " + found.size()
                        + " active keys of this name.");
            }
            return new MasterKey(name, found.isEmpty() ? create(name) : found.getFirst());
        } catch (KmipClientException e) {
            throw refused(e);
        }
    }

    private String create(String name) throws MasterKeyException, KmipClientException {
        if (!createMissingKeys) {
            throw new MasterKeyException("the gateway has no active key of this name for this "
                    + "client; make one, or set createMissingKeys.");
        }
        String identifier = client.create(CryptographicAlgorithm.AES, KEY_BITS, USAGE,
                Attribute.name(name));
        client.activate(identifier);
        return identifier;
    }

    @Override
    public Sealed encrypt(MasterKey key, byte[] clear, byte[] context) throws MasterKeyException {
        try {
            KmipClient.Encrypted answer = client.encrypt(key.uniqueIdentifier(), gcm(true), clear,
                    null, context);
            return new Sealed(present(answer.ivCounterNonce(), "initialisation vector"),
                    present(answer.tag(), "authentication tag"), answer.data());
        } catch (KmipClientException e) {
            throw refused(e);
        }
    }

    @Override
    public byte[] decrypt(MasterKey key, Sealed sealed, byte[] context) throws MasterKeyException {
        KmipClient.Encrypted encrypted = new KmipClient.Encrypted(sealed.ciphertext(),
                sealed.vector(), sealed.tag());
        try (ClearBytes clear = client.decrypt(key.uniqueIdentifier(), gcm(null), encrypted,
                context)) {
            return clear.array().clone();
        } catch (KmipClientException e) {
            throw refused(e);
        }
    }

    @Override
    public void close() {
        client.close();
    }

    private static CryptographicParameters gcm(@Nullable Boolean randomVector) {
        return CryptographicParameters.of(CryptographicAlgorithm.AES, BlockCipherMode.GCM, null,
                randomVector, TAG_BYTES);
    }

    private static ByteSlice present(@Nullable ByteSlice slice, String what)
            throws MasterKeyException {
        if (slice == null) {
            throw new MasterKeyException("the gateway's answer has no " + what + ".");
        }
        return slice;
    }

    private static MasterKeyException refused(KmipClientException e) {
        return new MasterKeyException(String.valueOf(e.getMessage()), e);
    }
}
