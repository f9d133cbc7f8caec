package io.sallyport.gateway.net.tls;

import io.netty.channel.Channel;

/** Who is told of connections before they are authenticated. Called on event loops. */
public interface HandshakeWatch {

    /** A connection came in. False closes it before its first byte is read. */
    boolean admit(Channel channel);

    /** A peer that is silent for so many milliseconds during its handshake is cut. */
    long silenceMillisMax();

    /**
     * The handshake of an admitted connection failed; the channel is about to be closed.
     *
     * @param flight what the peer said first
     */
    void failed(Channel channel, Throwable cause, FirstFlight flight);
}
