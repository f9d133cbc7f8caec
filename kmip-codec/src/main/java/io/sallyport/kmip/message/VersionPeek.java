package io.sallyport.kmip.message;

import java.nio.ByteBuffer;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.model.KmipVersionPair;
import io.sallyport.kmip.model.Tag;

/**
 * Reads the version where every client puts it: the first item of the header, which is the first
 * item of the message. For answering a message that does not decode.
 */
final class VersionPeek {
    private static final int HEADER_AT = 8;
    private static final int VERSION_AT = 16;
    private static final int MAJOR_AT = 24;
    private static final int MINOR_AT = 40;
    private static final int BYTES = 56;

    private VersionPeek() {}

    static @Nullable KmipVersionPair of(ByteBuffer message) {
        ByteBuffer in = message.slice();
        if (in.remaining() < BYTES || tag(in, 0) != Tag.REQUEST_MESSAGE
                || tag(in, HEADER_AT) != Tag.REQUEST_HEADER
                || tag(in, VERSION_AT) != Tag.PROTOCOL_VERSION
                || tag(in, MAJOR_AT) != Tag.PROTOCOL_VERSION_MAJOR
                || tag(in, MINOR_AT) != Tag.PROTOCOL_VERSION_MINOR) {
            return null;
        }
        return new KmipVersionPair(in.getInt(MAJOR_AT + 8), in.getInt(MINOR_AT + 8));
    }

    private static int tag(ByteBuffer in, int at) {
        return in.getInt(at) >>> 8;
    }
}
