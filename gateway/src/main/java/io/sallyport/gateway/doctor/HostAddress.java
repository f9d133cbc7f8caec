package io.sallyport.gateway.doctor;

import java.net.InetAddress;

/** Addresses written as numbers. Stateless; asks no name service. */
final class HostAddress {
    private HostAddress() {}

    /** Whether both are addresses, and the same one however they are written. */
    static boolean isSame(String one, String other) {
        try {
            return InetAddress.ofLiteral(one).equals(InetAddress.ofLiteral(other));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
