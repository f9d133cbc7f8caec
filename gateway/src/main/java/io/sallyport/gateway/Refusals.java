package io.sallyport.gateway;

import java.util.List;

import io.sallyport.gateway.admin.LocalDiagnostics;
import io.sallyport.gateway.net.KmipListener;
import io.sallyport.gateway.net.RefusedPeer;
import io.sallyport.gateway.net.http.HttpsListener;
import io.sallyport.gateway.session.KmipMessageProcessor;
import io.sallyport.gateway.session.RefusedItem;

/** What the parts of a gateway remember of whom they refused. */
record Refusals(KmipListener kmipListener, HttpsListener httpsListener,
        KmipMessageProcessor messages) implements LocalDiagnostics.Seen {

    @Override
    public List<RefusedPeer> kmip() {
        return kmipListener.refusals();
    }

    @Override
    public List<RefusedPeer> https() {
        return httpsListener.refusals();
    }

    @Override
    public List<RefusedItem> operations(String client) {
        return messages.refusedTo(client);
    }
}
