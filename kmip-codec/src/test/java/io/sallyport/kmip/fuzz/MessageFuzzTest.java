package io.sallyport.kmip.fuzz;

import java.nio.ByteBuffer;

import com.code_intelligence.jazzer.junit.FuzzTest;

import io.sallyport.kmip.message.KmipCodec;
import io.sallyport.kmip.message.KmipFault;
import io.sallyport.kmip.message.RequestMessage;
import io.sallyport.kmip.message.ResponseMessage;

/**
 * Messages: what is bound can be said again in its version, and means the same when it is read
 * again; all else is a fault.
 */
class MessageFuzzTest {
    private static final KmipCodec CODEC = new KmipCodec();

    @FuzzTest
    void aResponseThatIsReadCanBeWrittenAndReadAgain(byte[] data) throws KmipFault {
        TimeBound.keep(() -> readAndReadBack(data));
    }

    @FuzzTest
    void aRequestIsReadOrRefused(byte[] data) {
        TimeBound.keep(() -> read(data));
    }

    private static void readAndReadBack(byte[] data) throws KmipFault {
        ResponseMessage message;
        try {
            message = CODEC.decodeResponse(ByteBuffer.wrap(data));
        } catch (KmipFault refused) {
            return;
        }
        ByteBuffer once = encoded(message);
        ByteBuffer twice = encoded(CODEC.decodeResponse(once.duplicate()));
        if (!once.equals(twice)) {
            throw new AssertionError("A response is read back as another one.");
        }
    }

    private static void read(byte[] data) {
        try {
            RequestMessage message = CODEC.decodeRequest(ByteBuffer.wrap(data));
            if (message.items().isEmpty() && message.header().batchCount() > 0) {
                throw new AssertionError("A request lost its items.");
            }
        } catch (KmipFault refused) {
            if (refused.peerMessage().isEmpty()) {
                throw new AssertionError("A refusal tells the peer nothing.", refused);
            }
        }
    }

    private static ByteBuffer encoded(ResponseMessage message) {
        ByteBuffer out = ByteBuffer.allocate(CODEC.encodedLength(message));
        CODEC.encodeResponse(message, out);
        return out.flip();
    }
}
