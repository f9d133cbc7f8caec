package io.sallyport.gateway.doctor.probe;

/**
 * Where the database connects to.
 *
 * @param host a name or an address, without brackets
 */
public record Target(String host, int port) {

    /** As people write it. */
    @Override
    public String toString() {
        return host.contains(":") ? "[" + host + "]:" + port : host + ":" + port;
    }
}
