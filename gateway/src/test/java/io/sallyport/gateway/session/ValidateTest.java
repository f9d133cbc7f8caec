package io.sallyport.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.sallyport.gateway.identity.CertificateAuthority;
import io.sallyport.kmip.message.payload.Register;
import io.sallyport.kmip.message.payload.Validate;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.CertificateType;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.ManagedObject;
import io.sallyport.kmip.model.ObjectType;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.model.UniqueIdentifier;
import io.sallyport.kmip.model.ValidityIndicator;
import io.sallyport.kmip.ttlv.ByteSlice;

/** Which chains of certificates are valid, and which nobody vouches for. */
class ValidateTest {
    private static final long TWO_YEARS_SECONDS = 63_072_000;

    private final Conversation talk = new Conversation(KmipVersion.V2_1);
    private ManagedObject.@Nullable Certificate root;
    private ManagedObject.@Nullable Certificate leaf;
    private ManagedObject.@Nullable Certificate stranger;

    @BeforeEach
    void issue() throws GeneralSecurityException {
        Clock clock = Clock.fixed(Instant.ofEpochSecond(Conversation.NOW), ZoneOffset.UTC);
        CertificateAuthority authority = CertificateAuthority.create("One", clock);
        root = certificate(authority.certificate());
        leaf = certificate(
                authority.issueClient("leaf", List.of(), Duration.ofDays(365)).certificate());
        stranger = certificate(CertificateAuthority.create("Two", clock).certificate());
    }

    @Test
    void aChainThatEndsAtAKeptCertificateIsValid() {
        assertThat(verdict(List.of(given(leaf)), List.of(kept(given(root))), null))
                .isEqualTo(ValidityIndicator.VALID);
    }

    @Test
    void aChainThatNobodyVouchesForIsUnknown() {
        assertThat(verdict(List.of(given(root), given(leaf)), List.of(), null))
                .isEqualTo(ValidityIndicator.UNKNOWN);
    }

    @Test
    void anExpiredCertificateMakesTheChainInvalid() {
        assertThat(verdict(List.of(given(leaf)), List.of(kept(given(root))),
                Conversation.NOW + TWO_YEARS_SECONDS)).isEqualTo(ValidityIndicator.INVALID);
    }

    @Test
    void certificatesThatAreNoChainAreInvalid() {
        assertThat(verdict(List.of(given(leaf)), List.of(kept(given(stranger))), null))
                .isEqualTo(ValidityIndicator.INVALID);
    }

    @Test
    void aRequestWithoutCertificatesIsRefused() {
        assertThat(talk.refused(new Validate.Request(List.of(), List.of(), null)))
                .isEqualTo(ResultReason.INVALID_FIELD);
    }

    private @Nullable ValidityIndicator verdict(List<ManagedObject.Certificate> sent,
            List<String> ids, @Nullable Long date) {
        return talk.ok(new Validate.Request(sent,
                ids.stream().map(UniqueIdentifier::of).toList(), date), Validate.Response.class)
                .validityIndicator().known();
    }

    private String kept(ManagedObject.Certificate certificate) {
        return talk.ok(new Register.Request(Enumerated.of(ObjectType.CERTIFICATE),
                AttributeList.EMPTY, certificate, List.of()), Register.Response.class)
                .uniqueIdentifier();
    }

    private static ManagedObject.Certificate given(
            ManagedObject.@Nullable Certificate certificate) {
        return Objects.requireNonNull(certificate);
    }

    private static ManagedObject.Certificate certificate(X509Certificate certificate)
            throws GeneralSecurityException {
        return new ManagedObject.Certificate(Enumerated.of(CertificateType.X_509),
                ByteSlice.of(certificate.getEncoded()));
    }
}
