package io.sallyport.gateway.cli;

import java.nio.ByteBuffer;
import java.util.List;

import io.sallyport.gateway.admin.AdminClient;
import io.sallyport.gateway.admin.AdminException;
import io.sallyport.kmip.message.KmipCodec;
import io.sallyport.kmip.message.KmipFault;
import io.sallyport.kmip.message.RequestBatchItem;
import io.sallyport.kmip.message.RequestHeader;
import io.sallyport.kmip.message.RequestMessage;
import io.sallyport.kmip.message.RequestPayload;
import io.sallyport.kmip.message.ResponseBatchItem;
import io.sallyport.kmip.message.ResponseMessage;
import io.sallyport.kmip.message.ResponsePayload;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.model.ResultStatus;

/**
 * Operations on keys as the local operator: KMIP messages through the administration's socket, so
 * that they are authorised and audited as all others are.
 */
final class OperatorKeys {
    private static final KmipVersion VERSION = KmipVersion.V1_4;

    private final KmipCodec codec = new KmipCodec();
    private final AdminClient gateway;
    private final String partition;

    OperatorKeys(AdminClient gateway, String partition) {
        this.gateway = gateway;
        this.partition = partition;
    }

    /** Carries out one operation. */
    <R extends ResponsePayload> R call(RequestPayload request, Class<R> expected)
            throws AdminException, CommandException {
        RequestMessage message = new RequestMessage(RequestHeader.of(VERSION, 1),
                List.of(RequestBatchItem.of(request)));
        ByteBuffer out = ByteBuffer.allocate(codec.encodedLength(message));
        codec.encodeRequest(message, out);
        ResponseMessage answer;
        try {
            answer = codec.decodeResponse(ByteBuffer.wrap(gateway.kmip(partition, out.array())));
        } catch (KmipFault e) {
            throw new CommandException("The gateway's answer can't be read.", e);
        }
        if (answer.items().isEmpty()) {
            throw new CommandException("The gateway's answer is empty.");
        }
        ResponseBatchItem item = answer.items().getFirst();
        if (item.status() != ResultStatus.SUCCESS || !expected.isInstance(item.payload())) {
            ResultReason reason = item.reason();
            throw new CommandException("The gateway refused"
                    + (reason == null ? "" : " (" + reason.xmlName() + ")") + ": "
                    + (item.message() == null ? "no reason was given." : item.message()));
        }
        return expected.cast(item.payload());
    }
}
