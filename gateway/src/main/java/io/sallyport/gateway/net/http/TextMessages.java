package io.sallyport.gateway.net.http;

import java.io.IOException;
import java.nio.ByteBuffer;

import io.netty.buffer.ByteBuf;
import io.sallyport.gateway.session.Answer;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.ttlv.TtlvBinary;
import io.sallyport.kmip.ttlv.TtlvFault;
import io.sallyport.kmip.ttlv.TtlvItem;
import io.sallyport.kmip.ttlv.TtlvLimits;

/** Turns texts into the binary frames that are processed, and answers into texts. */
final class TextMessages {

    /** An answer is our own: it is as large as it has to be. */
    private static final TtlvLimits ANSWER_LIMITS = new TtlvLimits(Integer.MAX_VALUE,
            TtlvLimits.DEPTH_CEILING, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);

    private TextMessages() {}

    /**
     * The binary frame of a request, in an off-heap buffer that the caller releases.
     *
     * @throws IOException if the text is not one request in this encoding, or beyond the limits
     */
    static ByteBuf frame(TextEncoding encoding, ByteBuf text, TtlvLimits limits)
            throws IOException {
        TtlvItem request = encoding.read(text, limits);
        if (request.tag() != Tag.REQUEST_MESSAGE) {
            throw new IOException("The text is no request message.");
        }
        int length = TtlvBinary.encodedLength(request);
        if (length > limits.messageBytesMax()) {
            throw new IOException("The request is longer than the limit.");
        }
        ByteBuf frame = text.alloc().directBuffer(length, length);
        TtlvBinary.encode(request, frame.nioBuffer(0, length));
        return frame.writerIndex(length);
    }

    /** The text of an answer, which is erased and given back. */
    static String text(TextEncoding encoding, Answer answer, ByteBuf scratch) {
        int length = answer.length();
        ByteBuf frame = scratch.alloc().directBuffer(length, length);
        try {
            ByteBuffer bytes = frame.nioBuffer(0, length);
            answer.writeTo(bytes);
            return encoding.write(TtlvBinary.decode(bytes.flip(), ANSWER_LIMITS));
        } catch (TtlvFault e) {
            throw new IllegalStateException("An answer of our own can't be read.", e);
        } finally {
            frame.release();
            answer.release();
        }
    }
}
