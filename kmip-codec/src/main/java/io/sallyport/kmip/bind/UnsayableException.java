package io.sallyport.kmip.bind;

import io.sallyport.kmip.model.KmipVersion;

/** A request holds something that its protocol version has no way to say. Tells no values. */
public final class UnsayableException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    UnsayableException(KmipVersion version, String what) {
        super("KMIP " + version + " cannot say " + what);
    }
}
