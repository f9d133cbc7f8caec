package io.sallyport.gateway.doctor;

import java.time.Instant;

/** The gateway itself: its home, its process, its engine and its disk. */
public sealed interface GatewayFinding extends Finding {

    /** The home can't be used. */
    record HomeUnusable(String sentence) implements GatewayFinding {
        @Override
        public String cause() {
            return "The home can't be used: " + sentence;
        }

        @Override
        public String fix() {
            return "Give the right folder with --home or SALLYPORT_HOME, run doctor as the"
                    + " gateway's user, and repair what the sentence names"
                    + " ('sallyport.properties' is read anew at the next start).";
        }
    }

    /** No gateway runs. */
    record GatewayNotRunning(String home) implements GatewayFinding {
        @Override
        public String cause() {
            return "No gateway runs on " + home + ", so no database is served.";
        }

        @Override
        public String fix() {
            return "Start it with 'systemctl start sallyport' or 'sallyport serve --home " + home
                    + "'; if it ends again, its last line says why.";
        }
    }

    /** No gateway runs, and another process has its port. */
    record PortTaken(int port, String setting) implements GatewayFinding {
        @Override
        public String cause() {
            return "Another process listens on the port " + port
                    + " that the gateway needs for its start.";
        }

        @Override
        public String fix() {
            return "Stop that process ('ss -ltnp sport = :" + port + "' names it), or set another '"
                    + setting + "' in sallyport.properties.";
        }
    }

    /** The gateway runs, and its administration does not answer. */
    record GatewayStuck(String sentence) implements GatewayFinding {
        @Override
        public String cause() {
            return "A gateway runs on this home, but does not answer the command line: " + sentence;
        }

        @Override
        public String fix() {
            return "Run doctor as the gateway's user; if that is so already, restart the gateway"
                    + " ('systemctl restart sallyport').";
        }
    }

    /** The engine does not serve. */
    record EngineDown(String state, String sentence) implements GatewayFinding {
        @Override
        public String cause() {
            return "The key engine does not serve (" + state + "): " + sentence;
        }

        @Override
        public String fix() {
            return "Repair what the sentence names: the gateway starts the engine again by itself"
                    + " and needs no restart ('sallyport engine status --home DIR').";
        }
    }

    /** The engine is sealed. */
    record EngineSealed() implements GatewayFinding {
        @Override
        public String cause() {
            return "The key engine is sealed: it holds no key of the domain, so every use of a key"
                    + " fails.";
        }

        @Override
        public String fix() {
            return "Run 'sallyport unseal' when the keys may be served again.";
        }
    }

    /** Store, journal or audit log have a problem. */
    record StoreTrouble(String sentence) implements GatewayFinding {
        @Override
        public String cause() {
            return "The store is in trouble: " + sentence;
        }

        @Override
        public String fix() {
            return "Look at the disk under store/ ('df -h', 'dmesg'), then at 'sallyport audit"
                    + " verify --home DIR'; a full disk needs room and no restart.";
        }
    }

    /** Little is left on the disk of the store. */
    record DiskLow(String path, long megabytes) implements GatewayFinding {
        @Override
        public Severity severity() {
            return Severity.WARNING;
        }

        @Override
        public String cause() {
            return "Only " + megabytes + " MB are free on the disk of " + path
                    + ", and a gateway that can't write its audit log answers nothing.";
        }

        @Override
        public String fix() {
            return "Make room on that disk, or move the home to a larger one while the gateway is"
                    + " stopped.";
        }
    }

    /** The server's certificate is outside its time. */
    record OwnCertificateOver(String file, Instant notBefore, Instant notAfter)
            implements
                GatewayFinding {
        @Override
        public String cause() {
            return "The certificate in " + file + " is valid from " + notBefore + " to " + notAfter
                    + ", and not now: databases that check it don't connect.";
        }

        @Override
        public String fix() {
            return "Check 'date -u' on this host; if it is right, put a new certificate of the"
                    + " same authority and its key into tls/server.pem and tls/server-key.pem and"
                    + " restart the gateway.";
        }
    }

    /** A certificate of the gateway will soon be over. */
    record OwnCertificateEnds(String file, Instant notAfter) implements GatewayFinding {
        @Override
        public Severity severity() {
            return Severity.WARNING;
        }

        @Override
        public String cause() {
            return "The certificate in " + file + " expires at " + notAfter + ".";
        }

        @Override
        public String fix() {
            return "Before that, put a new certificate of the same authority into the file (for"
                    + " tls/server.pem with its key in tls/server-key.pem) and restart; a new"
                    + " authority has to be given to every database first.";
        }
    }
}
