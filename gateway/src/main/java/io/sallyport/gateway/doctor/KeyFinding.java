package io.sallyport.gateway.doctor;

import java.time.Instant;
import java.util.List;

/** Keys that would make the database fail. */
public sealed interface KeyFinding extends Finding {

    /** No key of this name is in the client's reach. */
    record KeyMissing(String name) implements KeyFinding {
        @Override
        public String cause() {
            return "This client finds no key named '" + name + "': there is none, or it belongs"
                    + " to another partition, whose keys a client never sees.";
        }

        @Override
        public String fix() {
            return "Compare the name with 'sallyport key list --home DIR --partition P' letter by"
                    + " letter; a client of another partition needs files of its own from"
                    + " 'sallyport client add NAME --partition P'.";
        }
    }

    /** The key is there, in a partition that is not the client's. */
    record KeyElsewhere(String name, String client, String partition, String other)
            implements
                KeyFinding {
        @Override
        public String cause() {
            return "The key '" + name + "' is in the partition " + other + ", and the client "
                    + client + " belongs to the partition " + partition + ".";
        }

        @Override
        public String fix() {
            return "Give the database the files of a client of that partition: 'sallyport client"
                    + " add NEW-NAME --home DIR --partition " + other + " --out NEW-DIR'.";
        }
    }

    /** Several objects have the name. */
    record KeyDuplicate(String name, List<String> ids) implements KeyFinding {
        @Override
        public String cause() {
            return "The name '" + name + "' finds " + ids.size() + " objects ("
                    + String.join(", ", ids)
                    + "), and some databases (pg_tde) then take none of them.";
        }

        @Override
        public String fix() {
            return "Look at each with 'sallyport key show ID --home DIR' and rename or destroy"
                    + " ('sallyport key destroy ID --home DIR') what no database needs any more.";
        }
    }

    /** The key was never put into service. */
    record KeyPreActive(String name, String id) implements KeyFinding {
        @Override
        public String cause() {
            return "The key '" + name + "' is Pre-Active: it was never put into service, and the"
                    + " gateway does not encrypt or decrypt with it.";
        }

        @Override
        public String fix() {
            return "Run 'sallyport key activate " + id + " --home DIR'.";
        }
    }

    /** The key was never put into service, which a database that fetches it may not mind. */
    record KeyNotActivated(String name, String id) implements KeyFinding {
        @Override
        public Severity severity() {
            return Severity.WARNING;
        }

        @Override
        public String cause() {
            return "The key '" + name + "' is Pre-Active: pg_tde fetches it all the same, Percona"
                    + " Server for MongoDB ends because of it.";
        }

        @Override
        public String fix() {
            return "Unless the database is pg_tde, run 'sallyport key activate " + id
                    + " --home DIR'.";
        }
    }

    /** The key was taken out of service. */
    record KeyDeactivated(String name, String id, String since) implements KeyFinding {
        @Override
        public String cause() {
            return "The key '" + name + "' is Deactivated since " + since
                    + ": it decrypts what is old and encrypts nothing new.";
        }

        @Override
        public String fix() {
            return "Let the database rotate to a new key with its own statement; a key that was"
                    + " deactivated never becomes active again ('sallyport key show " + id
                    + " --home DIR').";
        }
    }

    /** The key is marked as known to others. */
    record KeyCompromised(String name, String id, String since) implements KeyFinding {
        @Override
        public String cause() {
            return "The key '" + name + "' is Compromised since " + since
                    + ": it encrypts nothing new.";
        }

        @Override
        public String fix() {
            return "Let the database rotate to a new key with its own statement, and keep this one"
                    + " until no backup needs it ('sallyport key show " + id + " --home DIR').";
        }
    }

    /** The key's material is gone. */
    record KeyDestroyed(String name, String id) implements KeyFinding {
        @Override
        public String cause() {
            return "The key '" + name + "' (" + id + ") is destroyed: what it encrypted can't be"
                    + " read with this gateway any more.";
        }

        @Override
        public String fix() {
            return "Restore the gateway's store and sealed state from a backup that is older than"
                    + " the destruction, on another host, and let the database rotate there.";
        }
    }

    /** The key has begun to be in force only later. */
    record KeyNotStarted(String name, String id, Instant from) implements KeyFinding {
        @Override
        public String cause() {
            return "The key '" + name + "' may be used for decryption only from " + from
                    + " on (Process Start Date).";
        }

        @Override
        public String fix() {
            return "Wait until then, or let its owner set an earlier Process Start Date on " + id
                    + " with Modify Attribute; also compare 'date -u' on both machines.";
        }
    }

    /** The key no longer encrypts. */
    record KeyProtectStopped(String name, String id, Instant since) implements KeyFinding {
        @Override
        public String cause() {
            return "The key '" + name + "' encrypts nothing new since " + since
                    + " (Protect Stop Date).";
        }

        @Override
        public String fix() {
            return "Let the database rotate to a new key with its own statement; " + id
                    + " still decrypts what is old.";
        }
    }

    /** The usage mask lacks what the database does. */
    record KeyUsageLacks(String name, String id, List<String> lacking) implements KeyFinding {
        @Override
        public String cause() {
            return "The usage mask of the key '" + name + "' lacks " + String.join(" and ", lacking)
                    + ", which the database needs.";
        }

        @Override
        public String fix() {
            return "Make a new key with this usage ('sallyport key create --name NEW-NAME --home"
                    + " DIR' makes one for Encrypt and Decrypt) and rotate to it: the mask of "
                    + id + " is sealed with it.";
        }
    }

    /** The database wants the key itself, and the key may not leave. */
    record KeyNotExtractable(String name, String id) implements KeyFinding {
        @Override
        public String cause() {
            return "The database fetches the key '" + name + "', which may not leave the gateway"
                    + " (not extractable, or sensitive).";
        }

        @Override
        public String fix() {
            return "Let the database make its own key, which may leave, or use a database or mode"
                    + " that lets the gateway encrypt; " + id + " can't be made extractable"
                    + " by the client.";
        }
    }

    /** Keys of the partition that are not in the state Active. */
    record KeysNotActive(String partition, String state, String examples) implements KeyFinding {
        @Override
        public Severity severity() {
            return Severity.NOTE;
        }

        @Override
        public String cause() {
            return "The partition " + partition + " has keys in the state " + state + ": "
                    + examples + ".";
        }

        @Override
        public String fix() {
            return "That is in order for keys that no database encrypts with; ask for one with"
                    + " 'sallyport doctor --home DIR --client NAME --key KEY-NAME'.";
        }
    }

    /** Keys of the partition that are marked as known to others. */
    record KeysCompromised(String partition, String examples) implements KeyFinding {
        @Override
        public Severity severity() {
            return Severity.WARNING;
        }

        @Override
        public String cause() {
            return "The partition " + partition + " has Compromised keys: " + examples + ".";
        }

        @Override
        public String fix() {
            return "Let each database that used one rotate to a new key, then 'sallyport key"
                    + " destroy ID --home DIR --partition " + partition + "' once no backup needs"
                    + " it.";
        }
    }

    /** Active keys of the partition that a date keeps from being used. */
    record KeysOutsideDates(String partition, String date, String examples)
            implements
                KeyFinding {
        @Override
        public Severity severity() {
            return Severity.WARNING;
        }

        @Override
        public String cause() {
            return "The partition " + partition + " has Active keys whose " + date
                    + " keeps them from being used now: " + examples + ".";
        }

        @Override
        public String fix() {
            return "Let each database that uses one rotate to a new key; 'sallyport key show ID"
                    + " --home DIR --partition " + partition + "' shows the key.";
        }
    }
}
