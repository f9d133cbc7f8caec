package io.sallyport.gateway.provision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

import javax.net.ssl.SSLContext;
import javax.security.auth.x500.X500Principal;

import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

import io.sallyport.gateway.home.Home;
import io.sallyport.gateway.home.Home.Place;
import io.sallyport.gateway.identity.CertificateAuthority;
import io.sallyport.gateway.identity.Identity;
import io.sallyport.gateway.identity.PemFiles;
import io.sallyport.gateway.testing.GatewayProcess;
import io.sallyport.gateway.testing.RawConnection;
import io.sallyport.kmip.client.KmipClient;
import io.sallyport.kmip.client.KmipClientConfig;
import io.sallyport.kmip.client.KmipClientException;
import io.sallyport.kmip.message.payload.Get;
import io.sallyport.kmip.message.payload.ReProvision;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeName;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.CertificateType;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.Items;
import io.sallyport.kmip.model.KeyFormatType;
import io.sallyport.kmip.model.KeyValue;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.LinkType;
import io.sallyport.kmip.model.ManagedObject;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.model.UniqueIdentifier;
import io.sallyport.kmip.ttlv.ByteSlice;
import io.sallyport.kmip.ttlv.TtlvItem;

/** What a client does to come to its next certificate, and then to show it. */
final class Renewing {
    private static final char[] PASSWORD = "changeit".toCharArray();

    private final GatewayProcess gateway;
    private final Path authority;

    /** Clients of this gateway, which trust the authority in the file. */
    Renewing(GatewayProcess gateway, Path authority) {
        this.gateway = gateway;
        this.authority = authority;
    }

    /** The identity in the files that {@code client add} wrote. */
    static Identity enrolled(Path files) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(files.resolve("client.p12"))) {
            keys.load(in, PASSWORD);
        }
        return new Identity((X509Certificate) keys.getCertificate("client"),
                (PrivateKey) keys.getKey("client", PASSWORD));
    }

    /** A certificate of the home's own authority that nobody enrolled. */
    Identity issued(String name) throws Exception {
        Home home = Home.open(gateway.home());
        return new CertificateAuthority(
                PemFiles.read(home.path(Place.CA_CERTIFICATE), home.path(Place.CA_KEY)),
                Clock.systemUTC()).issueClient(name, List.of(), Duration.ofDays(1));
    }

    static KeyPair newKeys() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    /** A request for a certificate of the one key, signed with the other. */
    static ReProvision.Request request(KeyPair of, KeyPair signer) throws Exception {
        return new ReProvision.Request(ByteSlice.of(new JcaPKCS10CertificationRequestBuilder(
                new X500Principal("CN=somebody else"), of.getPublic())
                .build(new JcaContentSignerBuilder("SHA256withECDSA").build(signer.getPrivate()))
                .getEncoded()), null);
    }

    static ReProvision.Request bring(X509Certificate certificate) throws Exception {
        return new ReProvision.Request(null, new ManagedObject.Certificate(
                Enumerated.of(CertificateType.X_509), ByteSlice.of(certificate.getEncoded())));
    }

    /** A connection that shows this certificate. */
    KmipClient connect(Identity identity) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        keys.setKeyEntry("client", identity.key(), PASSWORD,
                new Certificate[]{identity.certificate()});
        SSLContext tls = RawConnection.context(keys, authority);
        return new KmipClient(KmipClientConfig.of("localhost", gateway.kmipPort(), tls)
                .withVersion(KmipVersion.V2_1).withDeadline(Duration.ofSeconds(20)));
    }

    /** Whether this identity can read the key. */
    void reads(Identity identity, String key) throws Exception {
        try (KmipClient client = connect(identity)) {
            assertThat(client.get(key).length()).isEqualTo(32);
        }
    }

    /** The identifier that the answer names. */
    static String answered(KmipClient client, ReProvision.Request request)
            throws KmipClientException {
        return Objects.requireNonNull(
                client.call(request, ReProvision.Response.class).uniqueIdentifier());
    }

    static X509Certificate certificate(KmipClient client, String id) throws Exception {
        ManagedObject.Certificate found = (ManagedObject.Certificate) client
                .call(Get.Request.of(id), Get.Response.class).object();
        return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(
                new ByteArrayInputStream(found.value().toByteArray()));
    }

    /** A private key that the server made, with the certificate that it points to. */
    static Identity fetched(KmipClient client, String privateKey) throws Exception {
        ManagedObject.PrivateKey found = (ManagedObject.PrivateKey) client
                .call(new Get.Request(UniqueIdentifier.of(privateKey),
                        Enumerated.of(KeyFormatType.PKCS_8), null, null, null), Get.Response.class)
                .object();
        KeyValue.Plain value =
                (KeyValue.Plain) Objects.requireNonNull(found.block().value());
        byte[] der = ((TtlvItem.ByteStringItem) value.keyMaterial()).value().toByteArray();
        AttributeList attributes = client.getAttributes(privateKey,
                AttributeName.of(AttributeType.LINK));
        String certificateId = attributes.all(AttributeType.LINK)
                .filter(link -> Items.child(link.value(),
                        Tag.LINK_TYPE) instanceof TtlvItem.EnumerationItem(int _, int code)
                        && code == LinkType.CERTIFICATE_LINK.code())
                .map(link -> Items.childText(link.value(), Tag.LINKED_OBJECT_IDENTIFIER))
                .filter(Objects::nonNull).findFirst().orElseThrow();
        return new Identity(certificate(client, certificateId),
                KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(der)));
    }
}
