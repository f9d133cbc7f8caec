package io.sallyport.gateway.admin;

import io.sallyport.gateway.net.RefusedPeer;

/**
 * Connections from one address that were refused for one reason.
 *
 * @param listener {@code kmip} or {@code https}
 */
public record RefusedConnection(String listener, RefusedPeer peer) {}
