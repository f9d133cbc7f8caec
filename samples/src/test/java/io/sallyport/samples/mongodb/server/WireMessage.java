package io.sallyport.samples.mongodb.server;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.ByteBuf;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;

/**
 * A request of MongoDB's wire protocol: OP_MSG, and OP_QUERY in which a driver says hello.
 *
 * @param id to which the answer refers
 * @param modern whether it came as OP_MSG
 * @param command the command; documents that came beside it are an array in it
 */
record WireMessage(int id, boolean modern, BsonDocument command) {
    private static final int OP_REPLY = 1;
    private static final int OP_QUERY = 2004;
    private static final int OP_MSG = 2013;
    private static final int HEADER_BYTES = 16;
    private static final int MESSAGE_MAX_BYTES = 48_000_000;

    /**
     * Reads the next request.
     *
     * @throws EOFException if the client has closed the connection
     */
    static WireMessage read(InputStream in) throws IOException {
        ByteBuffer header = block(in, HEADER_BYTES);
        int length = header.getInt();
        if (length < HEADER_BYTES || length > MESSAGE_MAX_BYTES) {
            throw new IOException("A message of " + length + " bytes.");
        }
        int id = header.getInt();
        header.getInt();
        int operation = header.getInt();
        ByteBuffer body = block(in, length - HEADER_BYTES);
        int flags = body.getInt();
        if (operation == OP_MSG && flags == 0) {
            return new WireMessage(id, true, sections(body));
        }
        if (operation == OP_QUERY) {
            text(body);
            body.getInt();
            body.getInt();
            return new WireMessage(id, false, document(body).decode(new BsonDocumentCodec()));
        }
        throw new IOException("Operation " + operation + " with flags " + flags + ".");
    }

    private static BsonDocument sections(ByteBuffer body) throws IOException {
        BsonDocument command = new BsonDocument();
        BsonDocument beside = new BsonDocument();
        while (body.hasRemaining()) {
            byte kind = body.get();
            switch (kind) {
                case 0 -> document(body).forEach(command::append);
                case 1 -> {
                    int end = body.position() + body.getInt();
                    BsonArray documents = new BsonArray();
                    beside.append(text(body), documents);
                    while (body.position() < end) {
                        documents.add(document(body));
                    }
                }
                default -> throw new IOException("A section of kind " + kind + ".");
            }
        }
        command.putAll(beside);
        return command;
    }

    /** The bytes of an answer to this request. */
    byte[] answer(BsonDocument content) {
        byte[] document = bytes(new RawBsonDocument(content, new BsonDocumentCodec()));
        int before = modern ? 5 : 20;
        ByteBuffer answer = ByteBuffer.allocate(HEADER_BYTES + before + document.length)
                .order(ByteOrder.LITTLE_ENDIAN);
        answer.putInt(answer.capacity()).putInt(id).putInt(id)
                .putInt(modern ? OP_MSG : OP_REPLY).putInt(0);
        if (modern) {
            answer.put((byte) 0);
        } else {
            answer.putLong(0).putInt(0).putInt(1);
        }
        return answer.put(document).array();
    }

    private static byte[] bytes(RawBsonDocument document) {
        ByteBuf buffer = document.getByteBuffer();
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    private static RawBsonDocument document(ByteBuffer body) {
        byte[] bytes = new byte[body.getInt(body.position())];
        body.get(bytes);
        return new RawBsonDocument(bytes);
    }

    private static String text(ByteBuffer body) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (byte next = body.get(); next != 0; next = body.get()) {
            text.write(next);
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    private static ByteBuffer block(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
