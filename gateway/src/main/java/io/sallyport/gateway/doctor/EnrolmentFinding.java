package io.sallyport.gateway.doctor;

import java.time.Instant;

/** What the gateway knows of a client. */
public sealed interface EnrolmentFinding extends Finding {

    /** No client has the name. */
    record ClientUnknown(String client) implements EnrolmentFinding {
        @Override
        public String cause() {
            return "No client named '" + client + "' was ever enrolled here.";
        }

        @Override
        public String fix() {
            return "Compare the name with 'sallyport client list --home DIR', or enrol it with"
                    + " 'sallyport client add " + client + " --home DIR --out NEW-DIR'.";
        }
    }

    /** The client was revoked. */
    record ClientRevoked(String client, Instant at) implements EnrolmentFinding {
        @Override
        public String cause() {
            return "The client '" + client + "' was revoked at " + at
                    + ", with all its certificates and for ever.";
        }

        @Override
        public String fix() {
            return "If the database shall be served again, enrol it under another name in the same"
                    + " partition: 'sallyport client add NEW-NAME --home DIR --partition P --out"
                    + " NEW-DIR'.";
        }
    }

    /** None of the client's certificates is in force. */
    record EnrolmentExpired(String client, Instant at) implements EnrolmentFinding {
        @Override
        public String cause() {
            return "The last certificate of the client '" + client + "' expired at " + at + ".";
        }

        @Override
        public String fix() {
            return "Make another with 'sallyport client add " + client + " --home DIR --out"
                    + " NEW-DIR' (same --partition) and copy its files to the database.";
        }
    }

    /** The client's certificates will soon be over. */
    record EnrolmentEnds(String client, Instant at) implements EnrolmentFinding {
        @Override
        public Severity severity() {
            return Severity.WARNING;
        }

        @Override
        public String cause() {
            return "The last certificate of the client '" + client + "' expires at " + at + ".";
        }

        @Override
        public String fix() {
            return "Before that, make another with 'sallyport client add " + client
                    + " --home DIR --out NEW-DIR' (same --partition): both are good side by side.";
        }
    }
}
