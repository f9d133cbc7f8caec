package io.sallyport.hsm.wire;

import io.sallyport.hsm.command.CipherSpec;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.SignatureSpec;
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
            case CCM -> 5;
            case CFB -> 6;
            case OFB -> 7;
            case XTS -> 8;
            case NIST_KEY_WRAP -> 9;
            case AES_KEY_WRAP_PADDING -> 10;
            case NONE -> 11;
            case PCBC -> 12;
        };
    }

    static int of(CipherSpec.Padding padding) {
        return switch (padding) {
            case NONE -> 1;
            case PKCS5 -> 2;
            case ZEROS -> 3;
            case ANSI_X9_23 -> 4;
            case ISO_10126 -> 5;
            case OAEP -> 6;
            case PKCS1_V1_5 -> 7;
        };
    }

    static int of(SignatureSpec.Padding padding) {
        return switch (padding) {
            case NONE -> 1;
            case PKCS1_V1_5 -> 2;
            case PSS -> 3;
        };
    }

    static int of(WrapSpec.Encoding encoding) {
        return switch (encoding) {
            case NONE -> 1;
            case TTLV -> 2;
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
            case NOT_APPROVED -> 14;
        };
    }
}
