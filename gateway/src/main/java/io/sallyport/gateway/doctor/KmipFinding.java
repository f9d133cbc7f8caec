package io.sallyport.gateway.doctor;

/** What the KMIP server answers. */
public sealed interface KmipFinding extends Finding {

    /** The version that the database is set to is not served. */
    record VersionNotServed(String version, String served) implements KmipFinding {
        @Override
        public String cause() {
            return "KMIP " + version + " is not served here; served are " + served + ".";
        }

        @Override
        public String fix() {
            return "Set the protocol version in the database's KMIP settings to one of these; 1.4"
                    + " is what most databases speak.";
        }
    }

    /** What answers is not KMIP. */
    record NotKmip(String address) implements KmipFinding {
        @Override
        public String cause() {
            return "What answers over TLS at " + address + " does not speak KMIP.";
        }

        @Override
        public String fix() {
            return "Set host and port in the database's KMIP settings to the gateway's KMIP port;"
                    + " 'sallyport status --home DIR' on its host prints it.";
        }
    }

    /** The server does not answer. */
    record NoAnswer(String address) implements KmipFinding {
        @Override
        public String cause() {
            return "The gateway at " + address + " took a request over TLS and did not answer in"
                    + " time.";
        }

        @Override
        public String fix() {
            return "Look at 'sallyport status --home DIR' on its host: an answer waits for the"
                    + " disk of the store, which may be full or slow.";
        }
    }

    /** A simple request is refused. */
    record SimpleRequestRefused(String operation, String reason, String text)
            implements
                KmipFinding {
        @Override
        public String cause() {
            return "The gateway refuses " + operation + " to this client (" + reason + "): "
                    + text;
        }

        @Override
        public String fix() {
            return "Run 'sallyport doctor --home DIR --client NAME' on the gateway's host: it says"
                    + " what the audit log has of the refusal.";
        }
    }
}
