package io.sallyport.hsm.wire;

import java.nio.ByteBuffer;

/**
 * The first exchange of a connection: the client names the protocol version that it speaks, the
 * engine answers with its own and the identifier of its security domain.
 */
public final class Greeting {
    /** More than a greeting or its answer takes. */
    public static final int BYTES_MAX = 512;

    private Greeting() {}

    /** Appends the client's greeting; its id is 0. */
    public static void encodeRequest(ByteBuffer out) {
        int start = ResultCodec.begin(out, 0, Opcode.HELLO);
        out.putInt(Frame.PROTOCOL_VERSION);
        ResultCodec.finish(out, start);
    }

    /** The protocol version that a client names, from the body of its greeting. */
    public static int decodeRequest(ByteBuffer in) throws WireFault {
        int version = Fields.getInt(in);
        Fields.end(in);
        return version;
    }

    /** Appends the engine's answer. */
    public static void encodeAnswer(ByteBuffer out, String domain) {
        int start = ResultCodec.begin(out, 0, Opcode.RESULT);
        out.putInt(Frame.PROTOCOL_VERSION);
        Fields.putText(out, domain);
        ResultCodec.finish(out, start);
    }

    /**
     * The domain that an engine names, from the body of its answer.
     *
     * @throws WireFault also if it speaks another version
     */
    public static String decodeAnswer(ByteBuffer in) throws WireFault {
        if (Fields.getInt(in) != Frame.PROTOCOL_VERSION) {
            throw new WireFault(WireFault.Flaw.GREETING);
        }
        String domain = Fields.getText(in);
        Fields.end(in);
        return domain;
    }
}
