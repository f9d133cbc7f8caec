package io.sallyport.kmip.bench;

import java.nio.ByteBuffer;
import java.util.List;

import io.sallyport.kmip.message.KmipCodec;
import io.sallyport.kmip.message.RequestBatchItem;
import io.sallyport.kmip.message.RequestHeader;
import io.sallyport.kmip.message.RequestMessage;
import io.sallyport.kmip.message.payload.Encrypt;
import io.sallyport.kmip.model.BlockCipherMode;
import io.sallyport.kmip.model.CryptographicAlgorithm;
import io.sallyport.kmip.model.CryptographicParameters;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.UniqueIdentifier;
import io.sallyport.kmip.ttlv.ByteSlice;

/** The message that is measured: Encrypt of a few data, as a database of KMIP 1.4 sends it. */
final class EncryptMessage {
    private static final int DATA_BYTES = 80;
    private static final int NONCE_BYTES = 12;

    private EncryptMessage() {}

    /** The request in a direct buffer, as the listener has it. */
    static ByteBuffer bytes() {
        RequestMessage message = new RequestMessage(RequestHeader.of(KmipVersion.V1_4, 1),
                List.of(RequestBatchItem.of(new Encrypt.Request(
                        new UniqueIdentifier.Text("f4f1ae21-6b3c-4b16-9c53-0a9d3b1f7c11"),
                        CryptographicParameters.of(CryptographicAlgorithm.AES,
                                BlockCipherMode.GCM, null, null, null),
                        zeros(DATA_BYTES), zeros(NONCE_BYTES), null, null, null, null))));
        KmipCodec codec = new KmipCodec();
        ByteBuffer frame = ByteBuffer.allocateDirect(codec.encodedLength(message));
        codec.encodeRequest(message, frame);
        return frame.flip();
    }

    private static ByteSlice zeros(int length) {
        return ByteSlice.of(new byte[length]);
    }
}
