package io.sallyport.gateway.doctor;

import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.sallyport.gateway.doctor.ClientCertificateFinding.ClientExpired;
import io.sallyport.gateway.doctor.ClientCertificateFinding.ClientExpiresSoon;
import io.sallyport.gateway.doctor.ClientCertificateFinding.ClientNotYetValid;
import io.sallyport.gateway.doctor.ClientCertificateFinding.ClientOfOtherAuthority;
import io.sallyport.gateway.doctor.ClientCertificateFinding.ClientPurposeWrong;
import io.sallyport.gateway.doctor.ServerCertificateFinding.ServerExpired;
import io.sallyport.gateway.doctor.ServerCertificateFinding.ServerExpiresSoon;
import io.sallyport.gateway.doctor.ServerCertificateFinding.ServerNameMissing;
import io.sallyport.gateway.doctor.ServerCertificateFinding.ServerNotYetValid;
import io.sallyport.gateway.doctor.ServerCertificateFinding.ServerUntrusted;

/**
 * Judges certificates one property at a time, so that each flaw is named for itself: an expired
 * certificate of the right authority is expired and not untrusted. Stateless.
 */
public final class CertificateCheck {
    private static final Duration SOON = Duration.ofDays(14);
    private static final String CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";
    private static final String ANY_PURPOSE = "2.5.29.37.0";
    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;

    private CertificateCheck() {}

    /** Whether one of the authorities issued the chain, whatever its dates. */
    public static boolean isIssuedBy(List<X509Certificate> chain,
            List<X509Certificate> authorities) {
        if (chain.isEmpty() || authorities.isEmpty()) {
            return false;
        }
        try {
            Set<TrustAnchor> anchors = new HashSet<>();
            authorities.forEach(one -> anchors.add(new TrustAnchor(one, null)));
            // The anchor itself is no part of a path.
            List<X509Certificate> path = new ArrayList<>(chain);
            path.removeIf(one -> path.size() > 1 && authorities.contains(one));
            CertPath certPath = CertificateFactory.getInstance("X.509").generateCertPath(path);
            PKIXParameters parameters = new PKIXParameters(anchors);
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(within(chain.getFirst())));
            CertPathValidator.getInstance("PKIX").validate(certPath, parameters);
            return true;
        } catch (CertPathValidatorException _) {
            return false;
        } catch (GeneralSecurityException _) {
            return false; // a chain that can't even be put together leads to no authority
        }
    }

    /** What is wrong with the chain of a server. The dates are judged by {@link #serverDates}. */
    public static List<Finding> server(List<X509Certificate> chain,
            List<X509Certificate> authorities, String host) {
        List<Finding> findings = new ArrayList<>();
        X509Certificate own = chain.getFirst();
        if (!authorities.isEmpty() && !isIssuedBy(chain, authorities)) {
            findings.add(new ServerUntrusted(issuer(own), names(authorities)));
        }
        List<String> names = alternativeNames(own);
        if (names.stream().noneMatch(name -> isFor(name, host))) {
            findings.add(new ServerNameMissing(host,
                    names.isEmpty() ? List.of("none at all") : names));
        }
        return findings;
    }

    /** Whether the server's certificate is valid at this time. */
    public static Optional<Finding> serverDates(X509Certificate own, Instant now) {
        Instant from = own.getNotBefore().toInstant();
        Instant until = own.getNotAfter().toInstant();
        if (now.isBefore(from)) {
            return Optional.of(new ServerNotYetValid(from));
        }
        if (now.isAfter(until)) {
            return Optional.of(new ServerExpired(until));
        }
        return until.isBefore(now.plus(SOON))
                ? Optional.of(new ServerExpiresSoon(until))
                : Optional.empty();
    }

    /** Whether the database's certificate is valid at this time. */
    public static Optional<Finding> clientDates(X509Certificate own, Instant now) {
        Instant from = own.getNotBefore().toInstant();
        Instant until = own.getNotAfter().toInstant();
        if (now.isBefore(from)) {
            return Optional.of(new ClientNotYetValid(subject(own), from));
        }
        if (now.isAfter(until)) {
            return Optional.of(new ClientExpired(subject(own), until));
        }
        return until.isBefore(now.plus(SOON))
                ? Optional.of(new ClientExpiresSoon(subject(own), until))
                : Optional.empty();
    }

    /** Whether the database's certificate is for TLS clients. */
    public static Optional<Finding> clientPurpose(X509Certificate own) {
        try {
            List<String> purposes = own.getExtendedKeyUsage();
            return purposes == null || purposes.contains(CLIENT_AUTH)
                    || purposes.contains(ANY_PURPOSE)
                            ? Optional.empty()
                            : Optional.of(new ClientPurposeWrong(subject(own)));
        } catch (CertificateParsingException _) {
            return Optional.of(new ClientPurposeWrong(subject(own)));
        }
    }

    /**
     * Whether the server takes certificates of the database's authority.
     *
     * @param accepted the names that the server listed in its handshake; none says nothing
     * @param authorities the database's own file; empty if it is not that of the server
     */
    public static Optional<Finding> clientAuthority(List<X509Certificate> chain,
            List<String> accepted, List<X509Certificate> authorities) {
        boolean listed = accepted.isEmpty() || chain.stream().anyMatch(
                one -> accepted.contains(one.getIssuerX500Principal().getName()));
        // The built-in authority signs both sides; another one of its name has another key.
        boolean sameName = authorities.stream().anyMatch(one -> one.getSubjectX500Principal()
                .equals(chain.getFirst().getIssuerX500Principal()));
        if (listed && !(sameName && !isIssuedBy(chain, authorities))) {
            return Optional.empty();
        }
        return Optional.of(new ClientOfOtherAuthority(issuer(chain.getFirst()),
                accepted.isEmpty() ? names(authorities)
                        : accepted.stream().map(Printable::cut).toList()));
    }

    /** The subject's name, fit to be printed. */
    public static String subject(X509Certificate one) {
        return Printable.cut(one.getSubjectX500Principal().getName());
    }

    private static String issuer(X509Certificate one) {
        return Printable.cut(one.getIssuerX500Principal().getName());
    }

    private static List<String> names(List<X509Certificate> authorities) {
        return authorities.stream().map(CertificateCheck::subject).toList();
    }

    /** A time at which the certificate is valid, so that only other flaws show. */
    private static Instant within(X509Certificate one) {
        Instant now = Instant.now();
        Instant from = one.getNotBefore().toInstant();
        Instant until = one.getNotAfter().toInstant();
        if (now.isBefore(from)) {
            return from;
        }
        return now.isAfter(until) ? until : now;
    }

    private static List<String> alternativeNames(X509Certificate own) {
        List<String> names = new ArrayList<>();
        try {
            Collection<List<?>> all = own.getSubjectAlternativeNames();
            if (all != null) {
                for (List<?> one : all) {
                    if (one.getFirst() instanceof Integer kind
                            && (kind == DNS_NAME || kind == IP_ADDRESS)) {
                        names.add(Printable.cut(String.valueOf(one.get(1))));
                    }
                }
            }
        } catch (CertificateParsingException _) {
            return List.of(); // names that can't be read are none
        }
        return names;
    }

    /** RFC 9525: labels are compared without case, a star stands for the whole first one. */
    private static boolean isFor(String name, String host) {
        if (name.equalsIgnoreCase(host) || HostAddress.isSame(name, host)) {
            return true;
        }
        int dot = host.indexOf('.');
        return name.startsWith("*.") && dot > 0
                && name.substring(1).equalsIgnoreCase(host.substring(dot));
    }
}
