package io.sallyport.gateway;

import java.util.function.UnaryOperator;

import io.sallyport.gateway.testing.DrivenTimer;

/** A gateway whose days pass when a test says so. */
public final class DrivenGateway {

    private DrivenGateway() {}

    /** Starts it. */
    public static Gateway start(GatewayOptions options, DrivenTimer days)
            throws GatewayException {
        return Gateway.start(options, days, UnaryOperator.identity());
    }
}
