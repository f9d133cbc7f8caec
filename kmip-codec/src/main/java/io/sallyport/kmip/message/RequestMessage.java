package io.sallyport.kmip.message;

import java.util.List;

/** A request. */
public record RequestMessage(RequestHeader header, List<RequestBatchItem> items) {

    public RequestMessage {
        items = List.copyOf(items);
    }
}
