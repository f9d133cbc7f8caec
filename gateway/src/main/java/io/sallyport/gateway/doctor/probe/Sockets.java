package io.sallyport.gateway.doctor.probe;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;

/** Plain connections with time limits. */
final class Sockets {
    private static final int CHUNK = 512;

    private Sockets() {}

    /** Connects; every later read ends after the same time. */
    static Socket connect(InetSocketAddress address, Duration patience) throws IOException {
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout((int) patience.toMillis());
            socket.connect(address, (int) patience.toMillis());
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** The first bytes that come, 512 at most; none if nothing comes in time or the peer closes. */
    static byte[] firstBytes(Socket socket) {
        byte[] chunk = new byte[CHUNK];
        try {
            InputStream in = socket.getInputStream();
            int count = in.read(chunk);
            return Arrays.copyOf(chunk, Math.max(0, count));
        } catch (IOException _) {
            return new byte[0]; // silent, or closed the hard way
        }
    }
}
