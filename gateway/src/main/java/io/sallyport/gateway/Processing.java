package io.sallyport.gateway;

import java.time.Clock;

import io.sallyport.gateway.operation.OperationTable;
import io.sallyport.gateway.port.EnginePort;
import io.sallyport.gateway.port.JournalPort;
import io.sallyport.gateway.port.ObjectPort;
import io.sallyport.gateway.session.KmipMessageProcessor;
import io.sallyport.gateway.session.MessageProcessor;
import io.sallyport.kmip.message.KmipCodec;

/** The processor of messages on the gateway's ports. */
final class Processing {

    private Processing() {}

    static MessageProcessor create(ObjectPort objects, EnginePort engine, JournalPort journal,
            Clock clock) {
        String built = Processing.class.getPackage().getImplementationVersion();
        return new KmipMessageProcessor(new KmipCodec(),
                new OperationTable(built == null ? "development" : built), objects, engine,
                journal, clock);
    }
}
