package io.sallyport.gateway.doctor;

import java.time.Instant;
import java.util.List;

/** The certificate that the server shows, as the database has to judge it. */
public sealed interface ServerCertificateFinding extends Finding {

    /** The server's certificate is not of the authority in the database's file. */
    record ServerUntrusted(String issuer, List<String> authorities)
            implements
                ServerCertificateFinding {
        @Override
        public String cause() {
            return "The server's certificate was issued by " + issuer + ", and the database's"
                    + " file of authorities has only " + String.join(" and ", authorities)
                    + " (authorities of one name can have different keys).";
        }

        @Override
        public String fix() {
            return "Replace the database's ca.pem by ca/ca.pem of the gateway's home; if the"
                    + " gateway did not change, find out who answers at this address.";
        }
    }

    /** The host is not among the certificate's names. */
    record ServerNameMissing(String host, List<String> names) implements ServerCertificateFinding {
        @Override
        public String cause() {
            return "The server's certificate is not for " + host + "; its names are "
                    + String.join(", ", names) + ".";
        }

        @Override
        public String fix() {
            return "Set the host in the database's KMIP settings to one of these names, or have a"
                    + " certificate with the name issued for the gateway ('sallyport init"
                    + " --server-name " + host + "' for a new home; else tls/server.pem and"
                    + " tls/server-key.pem of the home, then restart).";
        }
    }

    /** The server's certificate is over. */
    record ServerExpired(Instant notAfter) implements ServerCertificateFinding {
        @Override
        public String cause() {
            return "The server's certificate expired at " + notAfter + ".";
        }

        @Override
        public String fix() {
            return "Put a new certificate of the same authority and its key into tls/server.pem"
                    + " and tls/server-key.pem of the gateway's home and restart the gateway.";
        }
    }

    /** The server's certificate has not begun. */
    record ServerNotYetValid(Instant notBefore) implements ServerCertificateFinding {
        @Override
        public String cause() {
            return "The server's certificate is valid only from " + notBefore + " on.";
        }

        @Override
        public String fix() {
            return "Compare 'date -u' on this machine and on the gateway's host and switch on NTP"
                    + " ('timedatectl set-ntp true'); if both are right, have the certificate in"
                    + " tls/server.pem issued anew.";
        }
    }

    /** The server's certificate will soon be over. */
    record ServerExpiresSoon(Instant notAfter) implements ServerCertificateFinding {
        @Override
        public Severity severity() {
            return Severity.WARNING;
        }

        @Override
        public String cause() {
            return "The server's certificate expires at " + notAfter
                    + ", and no database will connect after that.";
        }

        @Override
        public String fix() {
            return "Put a new certificate of the same authority and its key into tls/server.pem"
                    + " and tls/server-key.pem of the gateway's home before that, and restart.";
        }
    }
}
