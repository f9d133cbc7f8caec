package io.sallyport.gateway.doctor.probe;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.security.auth.x500.X500Principal;

import org.jspecify.annotations.Nullable;

/**
 * Shows the one certificate whatever the server asks for, as databases do, and takes down which
 * authorities it asked for. For one connection.
 */
final class ShownKey extends X509ExtendedKeyManager {
    private static final String ALIAS = "client";

    private final List<X509Certificate> chain;
    private final @Nullable PrivateKey key;
    private final List<String> accepted = new ArrayList<>();

    /** @param key null to show nothing */
    ShownKey(List<X509Certificate> chain, @Nullable PrivateKey key) {
        this.chain = chain;
        this.key = key;
    }

    /** The names of the authorities that the server takes; none if it did not say. */
    List<String> accepted() {
        return List.copyOf(accepted);
    }

    @Override
    public @Nullable String chooseClientAlias(String[] keyTypes, Principal @Nullable [] issuers,
            @Nullable Socket socket) {
        if (issuers != null) {
            for (Principal one : issuers) {
                String name = one instanceof X500Principal x500 ? x500.getName() : one.getName();
                if (!accepted.contains(name)) {
                    accepted.add(name);
                }
            }
        }
        if (key == null) {
            return null;
        }
        // The JDK asks once for each kind of key that the server takes.
        for (String type : keyTypes) {
            if (type.startsWith(key.getAlgorithm())
                    || (type.equals("RSASSA-PSS") && key.getAlgorithm().equals("RSA"))) {
                return ALIAS;
            }
        }
        return null;
    }

    @Override
    public @Nullable String chooseEngineClientAlias(String[] keyTypes,
            Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
        return chooseClientAlias(keyTypes, issuers, null);
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(String alias) {
        return key == null ? null : chain.toArray(new X509Certificate[0]);
    }

    @Override
    public @Nullable PrivateKey getPrivateKey(String alias) {
        return key;
    }

    @Override
    public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
        return key == null ? null : new String[]{ALIAS};
    }

    @Override
    public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
        return null;
    }

    @Override
    public @Nullable String chooseServerAlias(String keyType, Principal @Nullable [] issuers,
            @Nullable Socket socket) {
        return null;
    }
}
