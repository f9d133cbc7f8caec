package io.sallyport.gateway.doctor;

import java.time.Instant;
import java.util.List;

/** The certificate that the database shows, as its own machine can judge it. */
public sealed interface ClientCertificateFinding extends Finding {

    /** The database's certificate is over. */
    record ClientExpired(String subject, Instant notAfter) implements ClientCertificateFinding {
        @Override
        public String cause() {
            return "The database's certificate (" + subject + ") expired at " + notAfter + ".";
        }

        @Override
        public String fix() {
            return "Make a new one on the gateway's host with 'sallyport client add NAME --home"
                    + " DIR --out NEW-DIR' (same NAME and --partition) and copy its files here.";
        }
    }

    /** The database's certificate has not begun. */
    record ClientNotYetValid(String subject, Instant notBefore)
            implements
                ClientCertificateFinding {
        @Override
        public String cause() {
            return "The database's certificate (" + subject + ") is valid only from " + notBefore
                    + " on.";
        }

        @Override
        public String fix() {
            return "Compare 'date -u' on this machine and on the gateway's host and switch on NTP"
                    + " ('timedatectl set-ntp true'); if both are right, make a new certificate"
                    + " with 'sallyport client add'.";
        }
    }

    /** The database's certificate will soon be over. */
    record ClientExpiresSoon(String subject, Instant notAfter)
            implements
                ClientCertificateFinding {
        @Override
        public Severity severity() {
            return Severity.WARNING;
        }

        @Override
        public String cause() {
            return "The database's certificate (" + subject + ") expires at " + notAfter + ".";
        }

        @Override
        public String fix() {
            return "Before that, make another with 'sallyport client add NAME --home DIR --out"
                    + " NEW-DIR' (same NAME and --partition): the old and the new one are good"
                    + " side by side.";
        }
    }

    /** The certificate is not for clients. */
    record ClientPurposeWrong(String subject) implements ClientCertificateFinding {
        @Override
        public String cause() {
            return "The database's certificate (" + subject + ") is not for TLS clients: its"
                    + " extended key usage lacks clientAuth.";
        }

        @Override
        public String fix() {
            return "Use the client.pem of 'sallyport client add', or have the certificate issued"
                    + " with 'extendedKeyUsage = clientAuth'.";
        }
    }

    /** The certificate is of an authority that the server does not trust. */
    record ClientOfOtherAuthority(String issuer, List<String> accepted)
            implements
                ClientCertificateFinding {
        @Override
        public String cause() {
            return "The database's certificate was issued by " + issuer + ", and the gateway"
                    + " takes certificates of " + String.join(" and ", accepted)
                    + " (authorities of one name can have different keys).";
        }

        @Override
        public String fix() {
            return "Use client.pem and client-key.pem that 'sallyport client add' made on the"
                    + " home of this gateway, not those of another one.";
        }
    }

    /** TLS went well, and the server closed the connection without an answer. */
    record ClientNotAccepted(String subject, String fingerprint)
            implements
                ClientCertificateFinding {
        @Override
        public String cause() {
            return "The gateway knows nobody with the database's certificate (" + subject
                    + ", SHA-256 " + fingerprint + "): it was never enrolled, or was revoked or"
                    + " replaced.";
        }

        @Override
        public String fix() {
            return "Look for the fingerprint in 'sallyport client list --home DIR' on the gateway's"
                    + " host; if it is missing or revoked, enrol the database with 'sallyport"
                    + " client add NAME --home DIR --out NEW-DIR'.";
        }
    }

    /** The server refuses the certificate in the handshake, and says no more than that. */
    record ClientCertificateRefused(String subject, String detail)
            implements
                ClientCertificateFinding {
        @Override
        public String cause() {
            return "The gateway refuses the database's certificate (" + subject + ") in the TLS"
                    + " handshake: " + detail + ".";
        }

        @Override
        public String fix() {
            return "Run 'sallyport doctor --home DIR' on the gateway's host, which knows why, or"
                    + " make a new certificate with 'sallyport client add'.";
        }
    }
}
