package io.sallyport.hsm.wire;

import io.sallyport.hsm.command.CipherSpec;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.WrapSpec;

/** The codes of enumerations on the wire. They never change; new values get new codes. */
final class Codes {
    private Codes() {}

    static int of(CipherSpec.Mode mode) {
        return switch (mode) {
            case CBC -> 1;
            case CTR -> 2;
            case GCM -> 3;
            case ECB -> 4;
        };
    }

    static int of(CipherSpec.Padding padding) {
        return switch (padding) {
            case NONE -> 1;
            case PKCS5 -> 2;
        };
    }

    static int of(WrapSpec spec) {
        return switch (spec) {
            case NIST_KEY_WRAP -> 1;
            case AES_KEY_WRAP_PADDING -> 2;
        };
    }

    static int of(EngineFault.Reason reason) {
        return switch (reason) {
            case UNAVAILABLE -> 1;
            case SEALED -> 2;
            case NOT_AUTHENTIC -> 3;
            case POLICY -> 4;
            case KEY_STATE -> 5;
            case SENSITIVE -> 6;
            case NOT_EXTRACTABLE -> 7;
            case CRYPTOGRAPHIC_FAILURE -> 8;
            case INVALID_PARAMETERS -> 9;
            case MISSING_IV -> 10;
            case UNSUPPORTED -> 11;
            case MALFORMED -> 12;
            case INTERNAL -> 13;
        };
    }
}
