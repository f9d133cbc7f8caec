package io.sallyport.gateway.doctor.probe;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.doctor.CertificateCheck;
import io.sallyport.gateway.doctor.ClientCertificateFinding.ClientCertificateRefused;
import io.sallyport.gateway.doctor.ClientCertificateFinding.ClientNotAccepted;
import io.sallyport.gateway.doctor.Clocks;
import io.sallyport.gateway.doctor.Finding;
import io.sallyport.gateway.doctor.KeyCheck;
import io.sallyport.gateway.doctor.KeyFacts;
import io.sallyport.gateway.doctor.KmipFinding;
import io.sallyport.gateway.doctor.Printable;
import io.sallyport.gateway.doctor.ReachFinding;
import io.sallyport.gateway.doctor.probe.KmipProbe.Said;
import io.sallyport.gateway.doctor.probe.TlsProbe.Handshake;
import io.sallyport.gateway.identity.Fingerprint;
import io.sallyport.kmip.message.RequestPayload;
import io.sallyport.kmip.message.payload.DiscoverVersions;
import io.sallyport.kmip.message.payload.GetAttributes;
import io.sallyport.kmip.message.payload.Locate;
import io.sallyport.kmip.message.payload.Query;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.KmipVersionPair;
import io.sallyport.kmip.model.QueryFunction;
import io.sallyport.kmip.model.State;
import io.sallyport.kmip.model.UniqueIdentifier;

/**
 * The part of the examination that speaks KMIP.
 *
 * @param explained whether it is known already why the server refuses the certificate
 */
record KmipSide(Target target, ClientFolder files, Question question, Clock clock, TlsProbe tls,
        boolean explained) {
    /** What databases speak, the most usual first. */
    private static final List<KmipVersion> USUAL = List.of(KmipVersion.V1_4, KmipVersion.V1_2,
            KmipVersion.V1_0, KmipVersion.V2_1);
    private static final int NAMESAKES_MAX = 16;
    private static final byte[] HTTP_REQUEST = "GET /health/live HTTP/1.1\r\nHost: doctor\r\n\r\n"
            .getBytes(StandardCharsets.US_ASCII);

    /** Examines; whether the server answers this client. */
    boolean run(Handshake handshake, BiConsumer<String, String> fact, Consumer<Finding> finding,
            Consumer<Instant> serverTime) throws IOException, GeneralSecurityException {
        KmipProbe kmip = new KmipProbe(Objects.requireNonNull(handshake.socket()));
        Said discovered = kmip.ask(KmipVersion.V1_4, new DiscoverVersions.Request(List.of()));
        switch (discovered) {
            case Said.Answered answered -> {
                clocks(answered.seconds(), fact, finding, serverTime);
                answered(kmip, answered, fact, finding);
                return true;
            }
            case Said.Refused refused -> {
                clocks(refused.seconds(), fact, finding, serverTime);
                refused("Discover Versions", refused).ifPresent(finding);
                return true;
            }
            case Said.Closed closed -> closed(closed.alert()).ifPresent(finding);
            // A web server waits for the end of what is no line to it.
            case Said.Nothing _ -> finding.accept(speaksHttp()
                    ? new ReachFinding.HttpsPort(target.toString())
                    : new KmipFinding.NoAnswer(target.toString()));
            case Said.Http _ -> finding.accept(new ReachFinding.HttpsPort(target.toString()));
            case Said.NotKmip _ -> finding.accept(new KmipFinding.NotKmip(target.toString()));
        }
        return false;
    }

    private void clocks(long seconds, BiConsumer<String, String> fact, Consumer<Finding> finding,
            Consumer<Instant> serverTime) {
        Instant here = clock.instant();
        Instant server = Instant.ofEpochSecond(seconds);
        fact.accept("clocks", "here " + here + ", server " + server);
        Optional<Finding> difference = Clocks.compare(here, server);
        difference.ifPresent(finding);
        // A wrong clock here explains what seems wrong with certificates, and is said by itself.
        serverTime.accept(difference.isPresent() ? server : here);
    }

    private void answered(KmipProbe kmip, Said.Answered discovered,
            BiConsumer<String, String> fact, Consumer<Finding> finding) {
        List<KmipVersionPair> served = discovered
                .payload() instanceof DiscoverVersions.Response versions
                        ? versions.versions()
                        : List.of();
        String words = served.stream().map(KmipVersionPair::toString)
                .collect(Collectors.joining(", "));
        fact.accept("KMIP versions", words);
        KmipVersionPair wanted = question.version();
        if (wanted != null && !served.contains(wanted)) {
            finding.accept(new KmipFinding.VersionNotServed(wanted.toString(), words));
            return;
        }
        KmipVersion version = version(served);
        Said said = kmip.ask(version, new Query.Request(
                List.of(Enumerated.of(QueryFunction.QUERY_OPERATIONS),
                        Enumerated.of(QueryFunction.QUERY_SERVER_INFORMATION))));
        if (said instanceof Said.Answered(Query.Response response, long _)) {
            fact.accept("server", response.vendorIdentification() + ", "
                    + response.operations().size() + " operations in KMIP " + version);
        } else if (said instanceof Said.Refused refused) {
            refused("Query", refused).ifPresent(finding);
        }
        String key = question.key();
        if (key != null) {
            key(kmip, version, key, discovered.seconds(), fact, finding);
        }
    }

    /** The version that the database is set to, or the most usual one that is served. */
    private KmipVersion version(List<KmipVersionPair> served) {
        KmipVersionPair wanted = question.version();
        KmipVersion known = wanted == null ? null : wanted.known();
        if (known != null) {
            return known;
        }
        return USUAL.stream().filter(one -> served.contains(KmipVersionPair.of(one))).findFirst()
                .orElse(KmipVersion.V1_4);
    }

    private void key(KmipProbe kmip, KmipVersion version, String name, long seconds,
            BiConsumer<String, String> fact, Consumer<Finding> finding) {
        Said located = kmip.ask(version, locate(Attribute.name(name)));
        if (located instanceof Said.Refused refused) {
            refused("Locate", refused).ifPresent(finding);
        }
        if (!(located instanceof Said.Answered(Locate.Response response, long _))) {
            return;
        }
        List<String> ids = new ArrayList<>(response.uniqueIdentifiers());
        if (ids.isEmpty()) {
            ids.addAll(destroyed(kmip, version, name));
        }
        List<KeyFacts> found = new ArrayList<>();
        for (String id : ids) {
            RequestPayload request = new GetAttributes.Request(UniqueIdentifier.of(id),
                    KeyFacts.ATTRIBUTES.stream()
                            .filter(one -> KeyFacts.isIn(one, version)).toList());
            if (kmip.ask(version,
                    request) instanceof Said.Answered(GetAttributes.Response attributes, long _)) {
                KeyFacts facts = KeyFacts.of(Printable.cut(id), attributes.attributes());
                found.add(facts);
                fact.accept("key", facts.id() + ", " + (facts.state() == null
                        ? "state not told"
                        : facts.state().xmlName()));
            }
        }
        KeyCheck.findings(name, found, question.use(), Instant.ofEpochSecond(seconds))
                .forEach(finding);
    }

    /** What a server finds only where it is asked for. */
    private static List<String> destroyed(KmipProbe kmip, KmipVersion version, String name) {
        for (State state : KeyFacts.GONE) {
            if (kmip.ask(version, locate(Attribute.name(name),
                    Attribute.enumeration(AttributeType.STATE,
                            state))) instanceof Said.Answered(Locate.Response response, long _)
                    && !response.uniqueIdentifiers().isEmpty()) {
                return response.uniqueIdentifiers().subList(0, 1);
            }
        }
        return List.of();
    }

    private static Locate.Request locate(Attribute... filter) {
        return new Locate.Request(NAMESAKES_MAX, null, null, null, AttributeList.of(filter));
    }

    private static Optional<Finding> refused(String operation, Said.Refused refused) {
        return Optional.of(new KmipFinding.SimpleRequestRefused(operation,
                Printable.cut(refused.reason()), Printable.cut(refused.text())));
    }

    /** The handshake went well on this side, and the server closed the connection. */
    private Optional<Finding> closed(@Nullable String alert)
            throws IOException, GeneralSecurityException {
        if (explained) {
            return Optional.empty();
        }
        if (alert == null && speaksHttp()) {
            return Optional.of(new ReachFinding.HttpsPort(target.toString()));
        }
        X509Certificate own = files.chain().getFirst();
        return Optional.of(alert == null
                ? new ClientNotAccepted(CertificateCheck.subject(own), fingerprint(own))
                : new ClientCertificateRefused(CertificateCheck.subject(own),
                        Printable.cut(alert)));
    }

    private boolean speaksHttp() throws IOException, GeneralSecurityException {
        try (Handshake again = tls.shake(files, null)) {
            Socket socket = again.socket();
            if (socket == null) {
                return false;
            }
            socket.getOutputStream().write(HTTP_REQUEST);
            socket.getOutputStream().flush();
            return new String(Sockets.firstBytes(socket), StandardCharsets.ISO_8859_1)
                    .startsWith("HTTP/");
        } catch (IOException _) {
            return false; // closed before it took the request
        }
    }

    private static String fingerprint(X509Certificate own) throws CertificateEncodingException {
        return Fingerprint.of(own);
    }
}
