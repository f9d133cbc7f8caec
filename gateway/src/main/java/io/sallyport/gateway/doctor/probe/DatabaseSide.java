package io.sallyport.gateway.doctor.probe;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.doctor.CertificateCheck;
import io.sallyport.gateway.doctor.ClientCertificateFinding.ClientCertificateRefused;
import io.sallyport.gateway.doctor.Diagnosis;
import io.sallyport.gateway.doctor.Diagnosis.Fact;
import io.sallyport.gateway.doctor.Finding;
import io.sallyport.gateway.doctor.Finding.Severity;
import io.sallyport.gateway.doctor.Printable;
import io.sallyport.gateway.doctor.ReachFinding;
import io.sallyport.gateway.doctor.ServerCertificateFinding.ServerUntrusted;
import io.sallyport.gateway.doctor.TlsFinding;
import io.sallyport.gateway.doctor.probe.TlsProbe.Handshake;
import io.sallyport.gateway.identity.Fingerprint;

/**
 * Looks at a gateway as a database does, one step after the other: files, name, port, what answers,
 * TLS, certificates, KMIP, the key. A step that can't go well after an earlier one failed is left
 * out. For one examination.
 */
public final class DatabaseSide {
    private static final List<String> VERSIONS = List.of("TLSv1.3", "TLSv1.2");

    private final Target target;
    private final ClientFolder files;
    private final Question question;
    private final Clock clock;
    private final List<Fact> facts = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    /** What the server's clock says; this one's until the server has told. */
    private Instant judged;

    private DatabaseSide(Target target, ClientFolder files, Question question, Clock clock) {
        this.target = target;
        this.files = files;
        this.question = question;
        this.clock = clock;
        this.judged = clock.instant();
    }

    /**
     * Examines with the PEM files of a folder, or with its PKCS#12 file.
     *
     * @param password of the PKCS#12 file; null for the PEM files; not kept, not cleared
     */
    public static Diagnosis examine(Target target, Path folder, char @Nullable [] password,
            Question question, Clock clock) {
        ClientFolder files = password == null
                ? ClientFolder.pem(folder)
                : ClientFolder.pkcs12(folder, password);
        DatabaseSide side = new DatabaseSide(target, files, question, clock);
        side.run();
        return new Diagnosis(side.facts, side.findings);
    }

    private void run() {
        findings.addAll(files.findings());
        if (!files.chain().isEmpty()) {
            shownCertificate(files.chain().getFirst());
        }
        List<X509Certificate> server = List.of();
        try {
            InetSocketAddress address = new InetSocketAddress(
                    InetAddress.getByName(target.host()), target.port());
            fact("address", address.getAddress().getHostAddress() + " port " + target.port());
            if (speaksTls(address)) {
                server = overTls(new TlsProbe(target, address, question.patience()));
            }
        } catch (UnknownHostException _) {
            findings.add(new ReachFinding.HostUnknown(target.host()));
        } catch (SocketTimeoutException | NoRouteToHostException _) {
            findings.add(new ReachFinding.PortSilent(target.toString()));
        } catch (ConnectException _) {
            findings.add(new ReachFinding.PortRefused(target.toString()));
        } catch (IOException _) {
            findings.add(new ReachFinding.NothingSaid(target.toString()));
        } catch (GeneralSecurityException e) {
            findings.add(new TlsFinding.HandshakeRefused(target.toString(),
                    Printable.cut(String.valueOf(e.getMessage()))));
        }
        if (!files.chain().isEmpty()) {
            add(CertificateCheck.clientDates(files.chain().getFirst(), judged));
        }
        if (!server.isEmpty()) {
            add(CertificateCheck.serverDates(server.getFirst(), judged));
        }
    }

    private void shownCertificate(X509Certificate own) {
        try {
            fact("database's certificate", CertificateCheck.subject(own) + ", until "
                    + own.getNotAfter().toInstant() + ", SHA-256 " + Fingerprint.of(own));
        } catch (CertificateEncodingException _) {
            fact("database's certificate", CertificateCheck.subject(own));
        }
        add(CertificateCheck.clientPurpose(own));
    }

    private boolean speaksTls(InetSocketAddress address)
            throws IOException, GeneralSecurityException {
        Finding other = switch (new ServiceProbe(address, question.patience()).look()) {
            case Service.Tls _ -> null;
            case Service.Http _ -> new ReachFinding.PlainHttp(target.toString());
            case Service.Kmip _ -> new ReachFinding.PlainKmip(target.toString());
            case Service.Banner(String text) ->
                new ReachFinding.OtherService(target.toString(), Printable.cut(text));
            case Service.Silent _ -> new ReachFinding.NothingSaid(target.toString());
        };
        if (other != null) {
            findings.add(other);
        }
        return other == null;
    }

    /** Everything after the first byte of TLS; the certificates that the server showed. */
    private List<X509Certificate> overTls(TlsProbe tls)
            throws IOException, GeneralSecurityException {
        try (Handshake handshake = tls.shake(files, null)) {
            List<X509Certificate> server = handshake.chain();
            if (!server.isEmpty()) {
                fact("server's certificate", CertificateCheck.subject(server.getFirst())
                        + ", until " + server.getFirst().getNotAfter().toInstant());
                findings.addAll(CertificateCheck.server(server, files.authorities(),
                        target.host()));
            }
            if (files.key() == null) {
                return server; // why the database shows nothing was said already
            }
            boolean trusted = findings.stream().noneMatch(ServerUntrusted.class::isInstance);
            boolean refused = add(CertificateCheck.clientAuthority(files.chain(),
                    handshake.accepted(), trusted ? files.authorities() : List.of()));
            if (handshake.socket() == null) {
                failed(Objects.requireNonNullElse(handshake.failure(), ""), refused);
            } else if (trusted) {
                fact("TLS", handshake.socket().getSession().getProtocol() + ", "
                        + handshake.socket().getSession().getCipherSuite());
                boolean served = new KmipSide(target, files, question, clock, tls,
                        refused || isClientOver()).run(handshake, this::fact, findings::add,
                                time -> judged = time);
                if (served) {
                    versions(tls);
                }
            }
            return server;
        }
    }

    /** Which TLS versions the server takes, apart from the one that was agreed on. */
    private void versions(TlsProbe tls) throws IOException, GeneralSecurityException {
        List<String> taken = new ArrayList<>();
        for (String version : VERSIONS) {
            try (Handshake one = tls.shake(files, version)) {
                if (one.socket() != null) {
                    taken.add(version + " (" + one.socket().getSession().getCipherSuite() + ")");
                }
            }
        }
        fact("TLS versions", String.join(", ", taken));
    }

    private void failed(String failure, boolean explained) {
        if (explained || isClientOver()) {
            return;
        }
        String detail = Printable.cut(failure);
        if (failure.contains("protocol_version")) {
            findings.add(new TlsFinding.NoCommonVersion(target.toString()));
        } else if (failure.contains("handshake_failure")
                || failure.contains("insufficient_security")) {
            findings.add(new TlsFinding.NoCommonSuite(target.toString()));
        } else if (failure.contains("certificate")) {
            findings.add(new ClientCertificateRefused(
                    CertificateCheck.subject(files.chain().getFirst()), detail));
        } else {
            findings.add(new TlsFinding.HandshakeRefused(target.toString(), detail));
        }
    }

    /** Whether the database's certificate alone explains a refusal. */
    private boolean isClientOver() {
        X509Certificate own = files.chain().getFirst();
        return CertificateCheck.clientDates(own, judged)
                .filter(one -> one.severity() == Severity.ERROR).isPresent()
                || CertificateCheck.clientPurpose(own).isPresent();
    }

    private boolean add(Optional<Finding> finding) {
        finding.ifPresent(findings::add);
        return finding.isPresent();
    }

    private void fact(String what, String text) {
        facts.add(new Fact(what, text));
    }
}
