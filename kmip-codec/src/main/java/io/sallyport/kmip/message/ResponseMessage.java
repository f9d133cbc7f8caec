package io.sallyport.kmip.message;

import java.util.List;

/** A response. */
public record ResponseMessage(ResponseHeader header, List<ResponseBatchItem> items) {

    public ResponseMessage {
        items = List.copyOf(items);
    }
}
