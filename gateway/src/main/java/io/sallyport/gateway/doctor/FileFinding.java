package io.sallyport.gateway.doctor;

/** The files with which the database proves who it is and knows the gateway. */
public sealed interface FileFinding extends Finding {

    /** A file is not there. */
    record FileMissing(String file) implements FileFinding {
        @Override
        public String cause() {
            return "The file " + file + " is not there, so the database has no complete TLS"
                    + " identity.";
        }

        @Override
        public String fix() {
            return "Copy ca.pem, client.pem and client-key.pem of 'sallyport client add NAME --out"
                    + " DIR' to this machine and name them in the database's KMIP settings.";
        }
    }

    /** A file can't be read by this user. */
    record FileUnreadable(String file) implements FileFinding {
        @Override
        public String cause() {
            return "The file " + file + " can't be read by the user who runs this.";
        }

        @Override
        public String fix() {
            return "Give it to the database's user with 'chown USER " + file + "', and run doctor"
                    + " as that user.";
        }
    }

    /** A file of certificates holds none. */
    record CertificateUnreadable(String file) implements FileFinding {
        @Override
        public String cause() {
            return "There is no readable certificate in " + file + ".";
        }

        @Override
        public String fix() {
            return "Copy the file anew from the folder of 'sallyport client add'; it must begin"
                    + " with -----BEGIN CERTIFICATE-----.";
        }
    }

    /** A file of a key holds none. */
    record KeyUnreadable(String file) implements FileFinding {
        @Override
        public String cause() {
            return "There is no readable private key in " + file + ".";
        }

        @Override
        public String fix() {
            return "Copy the file anew from the folder of 'sallyport client add'; it must begin"
                    + " with -----BEGIN PRIVATE KEY-----.";
        }
    }

    /** The key is encrypted with a password. */
    record KeyEncrypted(String file) implements FileFinding {
        @Override
        public String cause() {
            return "The private key in " + file + " is encrypted with a password, which a database"
                    + " can't be asked for at its start.";
        }

        @Override
        public String fix() {
            return "Decrypt it with 'openssl pkcs8 -in " + file + " -out client-key-plain.pem',"
                    + " then 'chmod 600 client-key-plain.pem', and name that file in the"
                    + " database's KMIP settings.";
        }
    }

    /** The key has a form from before PKCS#8. */
    record KeyOldForm(String file, String form) implements FileFinding {
        @Override
        public Severity severity() {
            return Severity.WARNING;
        }

        @Override
        public String cause() {
            return "The private key in " + file + " has the form " + form
                    + ", which OpenSSL reads and Java clients don't.";
        }

        @Override
        public String fix() {
            return "If the database is a Java program, convert it with 'openssl pkcs8 -topk8"
                    + " -nocrypt -in " + file + " -out client-key-pkcs8.pem'.";
        }
    }

    /** Others can read the key. */
    record KeyOpenToOthers(String file, String mode) implements FileFinding {
        @Override
        public Severity severity() {
            return Severity.WARNING;
        }

        @Override
        public String cause() {
            return "Other users of this machine can reach the private key in " + file + " (mode "
                    + mode + ").";
        }

        @Override
        public String fix() {
            return "Run 'chmod 600 " + file + "' and see that it belongs to the database's user.";
        }
    }

    /** Key and certificate are not of each other. */
    record KeyMismatch(String certificate, String key) implements FileFinding {
        @Override
        public String cause() {
            return "The private key in " + key + " is not the one of the certificate in "
                    + certificate + ".";
        }

        @Override
        public String fix() {
            return "Copy both files from the same folder of 'sallyport client add'; they are made"
                    + " together and fit only each other.";
        }
    }

    /** The password does not open the PKCS#12 file. */
    record StorePasswordWrong(String file) implements FileFinding {
        @Override
        public String cause() {
            return "The password does not open " + file + ".";
        }

        @Override
        public String fix() {
            return "Give the password of 'client add' with --p12-password file:PATH (it is"
                    + " 'changeit' unless another was chosen), and set the same in the database.";
        }
    }

    /** The PKCS#12 file is none, or has no key. */
    record StoreWithoutKey(String file) implements FileFinding {
        @Override
        public String cause() {
            return file + " is no PKCS#12 file with a private key and its certificate.";
        }

        @Override
        public String fix() {
            return "Copy client.p12 anew from the folder of 'sallyport client add'.";
        }
    }
}
