package io.sallyport.gateway.doctor;

/** Requests of a client that the gateway refused, out of the audit log. */
public sealed interface RequestFinding extends Finding {

    /** What was refused. */
    RefusedRequest request();

    @Override
    default String cause() {
        return request().words() + " " + because();
    }

    /** Why, as the rest of the sentence. */
    String because();

    /** The version is not served. */
    record RequestVersion(RefusedRequest request) implements RequestFinding {
        @Override
        public String because() {
            return "because KMIP " + request.version() + " is not served.";
        }

        @Override
        public String fix() {
            return "Set the protocol version in the database's KMIP settings to 1.0 to 1.4, 2.0 or"
                    + " 2.1; 1.4 is what most databases speak.";
        }
    }

    /** The state or a date of the key does not allow it. */
    record RequestState(RefusedRequest request) implements RequestFinding {
        @Override
        public String because() {
            return "because of the state or a date of the object " + request.object() + ".";
        }

        @Override
        public String fix() {
            return "Look at its state with 'sallyport key show " + request.object()
                    + " --home DIR'; 'sallyport key activate' helps a Pre-Active key, and a"
                    + " Deactivated or Compromised one has to be replaced by the database's"
                    + " rotation.";
        }
    }

    /** The key may not be used like that. */
    record RequestUsage(RefusedRequest request) implements RequestFinding {
        @Override
        public String because() {
            return "because the usage mask or the policy of the object " + request.object()
                    + " does not allow it.";
        }

        @Override
        public String fix() {
            return "Make a key with the usage that the database needs ('sallyport key create'"
                    + " makes one for Encrypt and Decrypt) and rotate to it.";
        }
    }

    /** The key may not leave. */
    record RequestExtraction(RefusedRequest request) implements RequestFinding {
        @Override
        public String because() {
            return "because the key " + request.object()
                    + " may not leave the gateway in clear (sensitive or not extractable).";
        }

        @Override
        public String fix() {
            return "Let the database make its own key, which may leave, or use it in a mode in"
                    + " which the gateway encrypts.";
        }
    }

    /** There is no such object. */
    record RequestAbsent(RefusedRequest request) implements RequestFinding {
        @Override
        public Severity severity() {
            return Severity.WARNING;
        }

        @Override
        public String because() {
            return "because there is no object " + request.object()
                    + " in the client's partition.";
        }

        @Override
        public String fix() {
            return "Compare the identifier in the database's settings with 'sallyport key list"
                    + " --home DIR --partition P'; some databases ask like this before they make"
                    + " a key, and then all is well.";
        }
    }

    /** The client has no right. */
    record RequestRights(RefusedRequest request) implements RequestFinding {
        @Override
        public String because() {
            return "because the client is not permitted to do this, or not with this object ("
                    + request.object() + ").";
        }

        @Override
        public String fix() {
            return "Look at the object's state and usage with 'sallyport key show ID --home DIR'"
                    + " and at the client's role and profile with 'sallyport client list --home"
                    + " DIR'.";
        }
    }

    /** The answer would be larger than the client allows. */
    record RequestTooLarge(RefusedRequest request) implements RequestFinding {
        @Override
        public String because() {
            return "because the answer would be larger than the client's Maximum Response Size.";
        }

        @Override
        public String fix() {
            return "Raise the maximum response size in the database's KMIP settings, or let it"
                    + " fetch a Locate in pages.";
        }
    }

    /** The name or password in the message is wrong. */
    record RequestPassword(RefusedRequest request) implements RequestFinding {
        @Override
        public String because() {
            return "because the user or password in the message is wrong, or it has none.";
        }

        @Override
        public String fix() {
            return "Correct user and password in the database's KMIP settings; 'sallyport user"
                    + " list --home DIR' shows the users of its partition, and a partition"
                    + " without users asks for none.";
        }
    }

    /** The operation is not served in the version or to the client. */
    record RequestUnsupported(RefusedRequest request) implements RequestFinding {
        @Override
        public String because() {
            return "because the operation or a feature of it is not served in KMIP "
                    + request.version() + ".";
        }

        @Override
        public String fix() {
            return "Look in docs/kmip.md in which version it is served, and set the protocol"
                    + " version of the database to that.";
        }
    }

    /** The message is not as the standard has it. */
    record RequestDialect(RefusedRequest request) implements RequestFinding {
        @Override
        public String because() {
            return "because the message is not valid in KMIP " + request.version() + ": "
                    + request.text();
        }

        @Override
        public String fix() {
            return "Set the protocol version that the database's manual names for KMIP; if it is"
                    + " set already, report the database's version with this line.";
        }
    }

    /** Another object has the name. */
    record RequestNameTaken(RefusedRequest request) implements RequestFinding {
        @Override
        public String because() {
            return "because another object of the partition has the name, identifier or attribute"
                    + " value already.";
        }

        @Override
        public String fix() {
            return "Let the database use another key name, or find the object with 'sallyport key"
                    + " list --home DIR --partition P' and destroy it if nothing needs it.";
        }
    }

    /** The engine did not do its part. */
    record RequestEngine(RefusedRequest request) implements RequestFinding {
        @Override
        public String because() {
            return "because the key engine or the stored object failed: " + request.text();
        }

        @Override
        public String fix() {
            return "Look at 'sallyport engine status --home DIR' and 'sallyport audit verify"
                    + " --home DIR'; if both are sound, let the database try again.";
        }
    }

    /** The cryptographic operation failed. */
    record RequestCryptography(RefusedRequest request) implements RequestFinding {
        @Override
        public String because() {
            return "because the cryptographic operation failed: data, tag, IV or key "
                    + request.object() + " do not belong together.";
        }

        @Override
        public String fix() {
            return "Check that the database's files and the key are of the same instance (a"
                    + " restored backup needs the key of its time), and the algorithm parameters"
                    + " in its settings.";
        }
    }

    /** Another reason. */
    record RequestOther(RefusedRequest request) implements RequestFinding {
        @Override
        public String because() {
            return "(" + request.reason() + "): " + request.text();
        }

        @Override
        public String fix() {
            return "Look up the reason in docs/kmip.md, and the object with 'sallyport key show "
                    + request.object() + " --home DIR'.";
        }
    }
}
