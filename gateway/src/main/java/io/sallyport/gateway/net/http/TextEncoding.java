package io.sallyport.gateway.net.http;

import java.io.IOException;

import io.netty.buffer.ByteBuf;
import io.sallyport.kmip.ttlv.TtlvItem;
import io.sallyport.kmip.ttlv.TtlvLimits;

/**
 * One of KMIP's encodings as text. What it reads and writes lies on the heap, secret or not. Safe
 * for every thread.
 */
interface TextEncoding {

    /** The media type, in lower case and without parameters. */
    String contentType();

    /**
     * Reads one message within these limits.
     *
     * @throws IOException if it is no message in this encoding; the text quotes nothing of it
     */
    TtlvItem read(ByteBuf text, TtlvLimits limits) throws IOException;

    /** Writes a message. */
    String write(TtlvItem message);
}
