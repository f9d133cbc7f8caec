package io.sallyport.gateway.doctor;

import java.time.Instant;
import java.util.List;

/** Connections that the gateway refused, with what it saw of the peer. */
public sealed interface RefusalFinding extends Finding {

    /** The client offers only TLS versions that are not served. */
    record SawOldTls(Sighting seen, List<String> versions) implements RefusalFinding {
        @Override
        public String cause() {
            return seen.words() + " offers only " + String.join(", ", versions)
                    + "; the gateway takes TLS 1.2 and 1.3.";
        }

        @Override
        public String fix() {
            return "Let the database use TLS 1.2 or newer (for OpenSSL 'MinProtocol = TLSv1.2' and"
                    + " no lower 'MaxProtocol', for Java 'jdk.tls.client.protocols=TLSv1.3,TLSv1.2'"
                    + ").";
        }
    }

    /** The client offers no cipher suite that is served. */
    record SawNoCommonSuite(Sighting seen, List<String> suites, String needed)
            implements
                RefusalFinding {
        @Override
        public String cause() {
            return seen.words() + " offers no cipher suite that the gateway takes; it offers "
                    + String.join(", ", suites) + ".";
        }

        @Override
        public String fix() {
            return "Allow at least one of these in the database's TLS settings: " + needed + ".";
        }
    }

    /** KMIP without TLS. */
    record SawPlainKmip(Sighting seen) implements RefusalFinding {
        @Override
        public String cause() {
            return seen.words() + " speaks KMIP without TLS.";
        }

        @Override
        public String fix() {
            return "Switch TLS on in the database's KMIP settings and give it client.pem,"
                    + " client-key.pem and ca.pem; what it sent in clear until now, keys included,"
                    + " was readable on the network.";
        }
    }

    /** HTTP, or something else, instead of TLS. */
    record SawOtherProtocol(Sighting seen, String spoke) implements RefusalFinding {
        @Override
        public Severity severity() {
            return Severity.WARNING;
        }

        @Override
        public String cause() {
            return seen.words() + " does not speak TLS (it spoke " + spoke + ").";
        }

        @Override
        public String fix() {
            return "If it is a database, switch TLS on in its KMIP settings; if it is a load"
                    + " balancer's health check, let it ask https://HOST:8443/health/ready.";
        }
    }

    /** The client does not trust the gateway. */
    record SawClientDistrust(Sighting seen, String alert) implements RefusalFinding {
        @Override
        public String cause() {
            return seen.words() + " ended the handshake because it does not trust the gateway's"
                    + " certificate (alert " + alert + ").";
        }

        @Override
        public String fix() {
            return "Give the database the file ca/ca.pem of this home as its authority, and a host"
                    + " name that the gateway's certificate has ('sallyport doctor HOST:PORT"
                    + " --files DIR' on its machine says which of the two it is).";
        }
    }

    /** The handshake failed for another reason. */
    record SawHandshakeFail(Sighting seen, String detail) implements RefusalFinding {
        @Override
        public String cause() {
            return seen.words() + " did not get through the TLS handshake: " + detail + ".";
        }

        @Override
        public String fix() {
            return "Run 'sallyport doctor HOST:PORT --files DIR' on that machine, with the files"
                    + " that the database uses.";
        }
    }

    /** A request below /v1 without a token. */
    record SawNoToken(Sighting seen) implements RefusalFinding {
        @Override
        public String cause() {
            return seen.words() + " asks for a secret and shows no token.";
        }

        @Override
        public String fix() {
            return "Give the database the token that 'sallyport token create' wrote to its file,"
                    + " and see that its user can read it.";
        }
    }

    /** A request below /v1 with a token that is not good. */
    record SawWrongToken(Sighting seen) implements RefusalFinding {
        @Override
        public String cause() {
            return seen.words() + " shows a token that is unknown, expired or revoked.";
        }

        @Override
        public String fix() {
            return "Look at 'sallyport token list'; if the token has expired or is revoked, make"
                    + " another with 'sallyport token create' and give it to the database.";
        }
    }

    /** The client shows no certificate. */
    record SawNoCertificate(Sighting seen) implements RefusalFinding {
        @Override
        public String cause() {
            return seen.words() + " shows no client certificate.";
        }

        @Override
        public String fix() {
            return "Name client.pem and client-key.pem of 'sallyport client add' in the database's"
                    + " KMIP settings, and see that its user can read both.";
        }
    }

    /** The client shows a certificate of another authority. */
    record SawUntrusted(Sighting seen, String subject, String issuer, String accepted)
            implements
                RefusalFinding {
        @Override
        public String cause() {
            return seen.words() + " shows a certificate (" + subject + ") of " + issuer
                    + ", and the gateway takes only those of " + accepted
                    + " (authorities of one name can have different keys).";
        }

        @Override
        public String fix() {
            return "Give the database client.pem and client-key.pem that 'sallyport client add'"
                    + " made on this home.";
        }
    }

    /** The client shows a certificate outside its time. */
    record SawExpired(Sighting seen, String subject, Instant notBefore, Instant notAfter)
            implements
                RefusalFinding {
        @Override
        public String cause() {
            return seen.words() + " shows a certificate (" + subject + ") that is valid from "
                    + notBefore + " to " + notAfter + " only.";
        }

        @Override
        public String fix() {
            return "Make another with 'sallyport client add NAME --home DIR --out NEW-DIR' (same"
                    + " NAME and --partition) and copy its files to the database; check 'date -u'"
                    + " on this host.";
        }
    }

    /** Nobody is enrolled with the certificate. */
    record SawUnknown(Sighting seen, String subject, String fingerprint)
            implements
                RefusalFinding {
        @Override
        public String cause() {
            return seen.words() + " shows a good certificate (" + subject + ", SHA-256 "
                    + fingerprint + ") with which nobody is enrolled.";
        }

        @Override
        public String fix() {
            return "Enrol the database with 'sallyport client add NAME --home DIR --out NEW-DIR'"
                    + " and give it those files: the name in a certificate decides nothing.";
        }
    }

    /** The client is revoked. */
    record SawRevoked(Sighting seen, String client) implements RefusalFinding {
        @Override
        public String cause() {
            return seen.words() + " shows a certificate of the client '" + client
                    + "', which is revoked.";
        }

        @Override
        public String fix() {
            return "If the database shall be served, enrol it under another name ('sallyport"
                    + " client add NEW-NAME --home DIR --partition P --out NEW-DIR'); if not, find"
                    + " out who still uses the files.";
        }
    }

    /** The client sends something that is no KMIP over good TLS. */
    record SawNoRequest(Sighting seen, String subject) implements RefusalFinding {
        @Override
        public String cause() {
            return seen.words() + " connects with a good certificate (" + subject
                    + ") and then sends something that is no KMIP request.";
        }

        @Override
        public String fix() {
            return "Check that the program there is a KMIP client and not one for HTTPS: KMIP over"
                    + " HTTPS and /health are on the HTTPS port (8443 unless 'https.port' says"
                    + " otherwise).";
        }
    }

    /** The client sends a message that is too large. */
    record SawTooLong(Sighting seen, String subject) implements RefusalFinding {
        @Override
        public String cause() {
            return seen.words() + " (" + subject + ") sends a message that is larger than the"
                    + " gateway takes (1 MiB).";
        }

        @Override
        public String fix() {
            return "Let the client encrypt large data in parts, or fetch a data key and encrypt by"
                    + " itself; no message of a database's key handling is that large.";
        }
    }

    /** The client broke off or fell silent. */
    record SawBrokenOff(Sighting seen, String when) implements RefusalFinding {
        @Override
        public Severity severity() {
            return Severity.NOTE;
        }

        @Override
        public String cause() {
            return seen.words() + " " + when + ".";
        }

        @Override
        public String fix() {
            return "That is usual for health checks that only open a port; for a database, look at"
                    + " its own log and at firewalls that cut connections.";
        }
    }

    /** Too many connections. */
    record SawTooMany(Sighting seen, String limit) implements RefusalFinding {
        @Override
        public Severity severity() {
            return Severity.WARNING;
        }

        @Override
        public String cause() {
            return seen.words() + " was refused because of too many connections (" + limit + ").";
        }

        @Override
        public String fix() {
            return "Limit the connection pool of the database, and look for a program that opens"
                    + " connections in a loop ('ss -tn dport = :5696' on its machine).";
        }
    }
}
