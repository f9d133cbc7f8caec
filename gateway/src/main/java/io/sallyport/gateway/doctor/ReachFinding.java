package io.sallyport.gateway.doctor;

/** The way to the gateway: its name, its port, and what answers there. */
public sealed interface ReachFinding extends Finding {

    /** The name of the host leads to no address. */
    record HostUnknown(String host) implements ReachFinding {
        @Override
        public String cause() {
            return "The name " + host + " leads to no address on this machine.";
        }

        @Override
        public String fix() {
            return "Correct the host in the database's KMIP settings, or add the name to DNS or"
                    + " /etc/hosts; 'getent hosts " + host + "' must print an address.";
        }
    }

    /** Nobody listens on the port. */
    record PortRefused(String address) implements ReachFinding {
        @Override
        public String cause() {
            return "Nothing listens on " + address + ".";
        }

        @Override
        public String fix() {
            return "Start the gateway with 'sallyport serve --home DIR --listen 0.0.0.0', or"
                    + " correct the port: 'sallyport status --home DIR' on its host prints where"
                    + " it serves KMIP (5696 unless 'kmip.port' says otherwise).";
        }
    }

    /** The connection is neither accepted nor refused. */
    record PortSilent(String address) implements ReachFinding {
        @Override
        public String cause() {
            return "The connection to " + address
                    + " is neither accepted nor refused, or no way leads there.";
        }

        @Override
        public String fix() {
            return "Let a firewall or security group pass TCP to " + address
                    + " from this machine, and check that the address is the gateway's.";
        }
    }

    /** The port is one for HTTP over TLS. */
    record HttpsPort(String address) implements ReachFinding {
        @Override
        public String cause() {
            return "The port of " + address + " is an HTTPS port, and the database speaks KMIP.";
        }

        @Override
        public String fix() {
            return "Set the port in the database's KMIP settings to the gateway's KMIP port (5696"
                    + " unless 'kmip.port' says otherwise; 8443 is its HTTPS port).";
        }
    }

    /** A web server without TLS. */
    record PlainHttp(String address) implements ReachFinding {
        @Override
        public String cause() {
            return "At " + address + " a web server without TLS answers, not the gateway.";
        }

        @Override
        public String fix() {
            return "Set host and port in the database's KMIP settings to the gateway's KMIP port;"
                    + " 'sallyport status --home DIR' on its host prints it.";
        }
    }

    /** KMIP without TLS. */
    record PlainKmip(String address) implements ReachFinding {
        @Override
        public String cause() {
            return "At " + address + " KMIP is served without TLS, which no Sallyport does: keys"
                    + " would cross the network in clear.";
        }

        @Override
        public String fix() {
            return "Set host and port in the database's KMIP settings to the gateway's KMIP port,"
                    + " and find out what answers at " + address + ".";
        }
    }

    /** Another service. */
    record OtherService(String address, String banner) implements ReachFinding {
        @Override
        public String cause() {
            return "At " + address + " another service answers; it says '" + banner + "'.";
        }

        @Override
        public String fix() {
            return "Set host and port in the database's KMIP settings to the gateway's KMIP port;"
                    + " 'sallyport status --home DIR' on its host prints it.";
        }
    }

    /** Something accepts connections and says nothing. */
    record NothingSaid(String address) implements ReachFinding {
        @Override
        public String cause() {
            return "Something accepts connections at " + address
                    + ", but does not answer as a TLS server does.";
        }

        @Override
        public String fix() {
            return "If a load balancer or proxy is in between, check that it passes TCP through"
                    + " to the gateway's KMIP port and that the gateway is up ('sallyport status"
                    + " --home DIR').";
        }
    }
}
