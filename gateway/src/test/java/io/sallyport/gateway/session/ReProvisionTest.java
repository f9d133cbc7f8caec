package io.sallyport.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

import javax.security.auth.x500.X500Principal;

import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.sallyport.gateway.identity.Fingerprint;
import io.sallyport.gateway.identity.Profile;
import io.sallyport.gateway.identity.Role;
import io.sallyport.gateway.identity.Subject;
import io.sallyport.gateway.operation.keys.Links;
import io.sallyport.gateway.port.AuditEvent;
import io.sallyport.gateway.port.ClientChange;
import io.sallyport.gateway.port.JournalPort.ConflictException;
import io.sallyport.gateway.port.UserPort.Kind;
import io.sallyport.kmip.message.RequestPayload;
import io.sallyport.kmip.message.ResponseBatchItem;
import io.sallyport.kmip.message.payload.DelegatedLogin;
import io.sallyport.kmip.message.payload.Get;
import io.sallyport.kmip.message.payload.GetAttributes;
import io.sallyport.kmip.message.payload.Login;
import io.sallyport.kmip.message.payload.Query;
import io.sallyport.kmip.message.payload.ReProvision;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.BatchErrorContinuationOption;
import io.sallyport.kmip.model.CertificateType;
import io.sallyport.kmip.model.Credential;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.LinkType;
import io.sallyport.kmip.model.ManagedObject;
import io.sallyport.kmip.model.ObjectType;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.QueryFunction;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.model.ResultStatus;
import io.sallyport.kmip.model.Right;
import io.sallyport.kmip.model.Ticket;
import io.sallyport.kmip.ttlv.ByteSlice;

/** How a client comes to its next certificate, and who does not. */
class ReProvisionTest {
    private static final String SHOWN = "ab"; // of Conversation.USER
    private static final ReProvision.Request MAKE = new ReProvision.Request(null, null);

    private final Conversation talk = new Conversation(KmipVersion.V2_1);
    private final KeyPair keys;

    ReProvisionTest() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        keys = generator.generateKeyPair();
    }

    @BeforeEach
    void enrol() {
        talk.provisioning.enrol("app", SHOWN, Conversation.NOW - 10);
    }

    @ParameterizedTest
    @EnumSource(value = KmipVersion.class, names = {"V2_0", "V2_1"})
    void aCertificateThatIsBroughtBecomesTheNextOne(KmipVersion version) throws Exception {
        Conversation other = new Conversation(version);
        other.provisioning.enrol("app", SHOWN, 1);
        X509Certificate next = issued(other, "app");
        String id = answered(other, brought(next));
        assertThat(fetched(other, id)).isEqualTo(next);
        assertThat(other.provisioning.fingerprints("app")).containsExactly(SHOWN,
                Fingerprint.of(next));
        assertThat(other.store.clients()).singleElement()
                .isInstanceOfSatisfying(ClientChange.Renew.class, renewal -> {
                    assertThat(renewal.presented()).isEqualTo(SHOWN);
                    assertThat(renewal.givesWay()).isEmpty();
                    assertThat(renewal.certificate().partition()).isEqualTo("mine");
                    assertThat(renewal.certificate().notAfter())
                            .isEqualTo(next.getNotAfter().toInstant().getEpochSecond());
                });
        assertThat(other.store.commits()).as("with the get").isEqualTo(2);
        assertThat(other.store.events()).extracting(AuditEvent::operation)
                .containsExactly("ReProvision", "Enrol Certificate", "Get");
        assertThat(other.store.events()).extracting(AuditEvent::objectId).containsExactly(id,
                Fingerprint.of(next), id);
    }

    @Test
    void aRequestIsSignedForTheEnrolledNameAlone() throws Exception {
        String id = answered(talk, requested(request(keys, keys, "CN=root,O=Others")));
        X509Certificate issued = fetched(talk, id);
        assertThat(issued.getPublicKey()).isEqualTo(keys.getPublic());
        assertThat(issued.getSubjectX500Principal())
                .isEqualTo(new X500Principal("CN=app,O=Sallyport"));
        assertThat(issued.getSubjectAlternativeNames()).isNull();
        issued.verify(talk.provisioning.authority().certificate().getPublicKey());
        assertThat(talk.provisioning.fingerprints("app")).containsExactly(SHOWN,
                Fingerprint.of(issued));
    }

    @Test
    void withoutEitherTheServerMakesKeyAndCertificate() throws Exception {
        String id = answered(talk, MAKE);
        Get.Response key = talk.ok(Requests.get(id), Get.Response.class);
        assertThat(key.objectType()).isEqualTo(Enumerated.of(ObjectType.PRIVATE_KEY));
        GetAttributes.Response attributes = talk.ok(
                Requests.attributes(id, AttributeType.LINK), GetAttributes.Response.class);
        String certificateId =
                Links.targets(attributes.attributes(), LinkType.CERTIFICATE_LINK).getFirst();
        String publicId =
                Links.targets(attributes.attributes(), LinkType.PUBLIC_KEY_LINK).getFirst();
        X509Certificate issued = fetched(talk, certificateId);
        assertThat(talk.provisioning.fingerprints("app")).containsExactly(SHOWN,
                Fingerprint.of(issued));
        GetAttributes.Response back = talk.ok(
                Requests.attributes(certificateId, AttributeType.LINK),
                GetAttributes.Response.class);
        assertThat(Links.targets(back.attributes(), LinkType.PRIVATE_KEY_LINK))
                .containsExactly(id);
        assertThat(Links.targets(back.attributes(), LinkType.PUBLIC_KEY_LINK))
                .containsExactly(publicId);
        assertThat(talk.store.events().getFirst().objectId()).isEqualTo(id);
    }

    @Test
    void aThirdCertificateTakesThePlaceOfTheOneThatIsNotShown() throws Exception {
        X509Certificate second = issued(talk, "app");
        answered(talk, brought(second));
        X509Certificate third = issued(talk, "app");
        answered(talk, brought(third));
        assertThat(talk.provisioning.fingerprints("app")).containsExactly(SHOWN,
                Fingerprint.of(third));
        assertThat(talk.store.events()).extracting(AuditEvent::operation).endsWith(
                "ReProvision", "Enrol Certificate", "Withdraw Certificate");
        assertThat(talk.store.events().getLast().objectId())
                .isEqualTo(Fingerprint.of(second));
    }

    @Test
    void whoIsNotServedAnyMoreGetsNothing() {
        talk.provisioning.forget(SHOWN);
        assertThat(talk.refused(MAKE)).isEqualTo(ResultReason.PERMISSION_DENIED);
        talk.provisioning.enrol("app", "cd", 1);
        assertThat(talk.refused(MAKE)).as("another one of the client's")
                .isEqualTo(ResultReason.PERMISSION_DENIED);
        nothingHappened();
    }

    @Test
    void usersTicketsAndOtherRolesDoNotRenewTheClient() {
        talk.users.add(Kind.USER, "ann", "secret");
        Credential ann = new Credential.UsernameAndPassword("ann",
                ByteSlice.of("secret".getBytes(StandardCharsets.UTF_8)));
        Ticket own = copy(talk.ok(new Login.Request(null, null, null), Login.Response.class)
                .ticket());
        Ticket delegated = copy(talk.ok(new DelegatedLogin.Request(null, null, null,
                List.of(new Right(null, List.of(Enumerated.of(Operation.RE_PROVISION)),
                        List.of()))),
                DelegatedLogin.Response.class).ticket());
        for (Credential credential : List.of(ann, new Credential.OfTicket(own),
                new Credential.OfTicket(delegated))) {
            assertThat(talk.with(List.of(credential), MAKE).reason())
                    .isEqualTo(ResultReason.PERMISSION_DENIED);
        }
        for (Role role : List.of(Role.ADMINISTRATOR, Role.AUDITOR, Role.APPLIANCE_USER,
                Role.OPERATOR)) {
            talk.as(new Subject("app", "mine", role, SHOWN, Profile.DEFAULT));
            assertThat(talk.refused(MAKE)).isEqualTo(ResultReason.PERMISSION_DENIED);
        }
        nothingHappened();
    }

    @Test
    void aCertificateThatIsEnrolledIsNobodyElses() throws Exception {
        X509Certificate others = issued(talk, "app");
        talk.provisioning.enrol("other", Fingerprint.of(others), 1);
        assertThat(talk.refused(brought(others))).isEqualTo(ResultReason.INVALID_FIELD);
        nothingHappened();
    }

    @ParameterizedTest
    @ValueSource(strings = {"other", "App", "app,O=x", ""})
    void aCertificateOfAnotherNameIsRefused(String name) throws Exception {
        assertThat(talk.refused(brought(issued(talk, name)))).isEqualTo(ResultReason.INVALID_FIELD);
        nothingHappened();
    }

    @Test
    void aCertificateThatIsNotAcceptableIsRefusedInOneSentence() throws Exception {
        X509Certificate next = issued(talk, "app");
        talk.provisioning.refuse("The certificate is not valid now.");
        ResponseBatchItem refused = talk.one(brought(next));
        assertThat(refused.reason()).isEqualTo(ResultReason.INVALID_FIELD);
        assertThat(refused.message()).isEqualTo("The certificate is not valid now.");
        nothingHappened();
    }

    @Test
    void whatIsNoCertificateIsRefused() {
        assertThat(talk.refused(new ReProvision.Request(null, new ManagedObject.Certificate(
                Enumerated.of(CertificateType.X_509), Requests.hex("3000")))))
                .isEqualTo(ResultReason.INVALID_FIELD);
        assertThat(talk.refused(new ReProvision.Request(null, new ManagedObject.Certificate(
                Enumerated.of(CertificateType.PGP), Requests.hex("3000")))))
                .isEqualTo(ResultReason.FEATURE_NOT_SUPPORTED);
        nothingHappened();
    }

    @Test
    void aRequestMustBeSignedWithItsOwnKey() throws Exception {
        KeyPair stolen = KeyPairGenerator.getInstance("EC").generateKeyPair();
        assertThat(talk.refused(requested(request(stolen, keys, "CN=app"))))
                .isEqualTo(ResultReason.INVALID_CSR);
        assertThat(talk.refused(requested(new byte[]{0x30, 0})))
                .isEqualTo(ResultReason.INVALID_CSR);
        KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
        rsa.initialize(1024);
        KeyPair weak = rsa.generateKeyPair();
        assertThat(talk.refused(requested(request(weak, weak, "CN=app"))))
                .as("what the port calls unfit").isEqualTo(ResultReason.INVALID_CSR);
        nothingHappened();
    }

    @Test
    void bothAtOnceContradictEachOther() throws Exception {
        assertThat(talk.refused(new ReProvision.Request(
                ByteSlice.of(request(keys, keys, "CN=app")),
                brought(issued(talk, "app")).certificate()))).isEqualTo(ResultReason.INVALID_FIELD);
        nothingHappened();
    }

    @Test
    void withoutAuthorityOnlyACertificateThatIsBroughtIsTaken() throws Exception {
        talk.provisioning.removeAuthority();
        for (ReProvision.Request request : List.of(MAKE,
                requested(request(keys, keys, "CN=app")))) {
            ResponseBatchItem refused = talk.one(request);
            assertThat(refused.reason()).isEqualTo(ResultReason.FEATURE_NOT_SUPPORTED);
            assertThat(refused.message()).isEqualTo("This server does not issue certificates;"
                    + " give one that its authority has issued.");
        }
        nothingHappened();
        answered(talk, brought(issued(talk, "app")));
        assertThat(talk.provisioning.fingerprints("app")).hasSize(2);
    }

    @Test
    void whatCannotBeStoredIsNotEnrolled() {
        talk.store.failNext(new ConflictException(ConflictException.Kind.VERSION, "app"));
        talk.store.failNext(new ConflictException(ConflictException.Kind.VERSION, "app"));
        assertThat(talk.refused(MAKE)).isEqualTo(ResultReason.GENERAL_FAILURE);
        nothingHappened();
        assertThat(talk.store.size()).isZero();
    }

    @Test
    void whatIsUndoneIsNotEnrolled() {
        List<ResponseBatchItem> items = talk.batch(BatchErrorContinuationOption.UNDO, MAKE,
                Requests.get("nobody"));
        assertThat(items.getFirst().status()).isEqualTo(ResultStatus.OPERATION_UNDONE);
        nothingHappened();
        assertThat(talk.store.size()).isZero();
    }

    @Test
    void queryTellsOfItFromTwoOn() {
        Query.Request operations =
                new Query.Request(List.of(Enumerated.of(QueryFunction.QUERY_OPERATIONS)));
        assertThat(talk.ok(operations, Query.Response.class).operations())
                .contains(Enumerated.of(Operation.RE_PROVISION));
        assertThat(new Conversation(KmipVersion.V1_4).ok(operations, Query.Response.class)
                .operations()).doesNotContain(Enumerated.of(Operation.RE_PROVISION));
    }

    private void nothingHappened() {
        assertThat(talk.store.clients()).isEmpty();
        assertThat(talk.store.events()).noneMatch(
                event -> event.operation().equals("Enrol Certificate"));
    }

    private static String answered(Conversation talk, RequestPayload request) {
        return Objects.requireNonNull(
                talk.ok(request, ReProvision.Response.class).uniqueIdentifier());
    }

    private static X509Certificate fetched(Conversation talk, String id)
            throws GeneralSecurityException {
        ManagedObject.Certificate found = (ManagedObject.Certificate) talk
                .ok(Requests.get(id), Get.Response.class).object();
        return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(
                new ByteArrayInputStream(found.value().toByteArray()));
    }

    private static X509Certificate issued(Conversation talk, String name)
            throws GeneralSecurityException {
        return talk.provisioning.authority().issueClient(name, List.of(), Duration.ofDays(1))
                .certificate();
    }

    private static ReProvision.Request brought(X509Certificate certificate)
            throws GeneralSecurityException {
        return new ReProvision.Request(null, new ManagedObject.Certificate(
                Enumerated.of(CertificateType.X_509), ByteSlice.of(certificate.getEncoded())));
    }

    private static ReProvision.Request requested(byte[] request) {
        return new ReProvision.Request(ByteSlice.of(request), null);
    }

    private static byte[] request(KeyPair of, KeyPair signer, String subject)
            throws IOException, OperatorCreationException {
        String algorithm = signer.getPrivate().getAlgorithm().equals("RSA")
                ? "SHA256withRSA"
                : "SHA256withECDSA";
        return new JcaPKCS10CertificationRequestBuilder(new X500Principal(subject),
                of.getPublic())
                .build(new JcaContentSignerBuilder(algorithm).build(signer.getPrivate()))
                .getEncoded();
    }

    private static Ticket copy(Ticket ticket) {
        return new Ticket(ticket.type(), ByteSlice.of(ticket.value().toByteArray()));
    }
}
