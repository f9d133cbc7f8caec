package io.sallyport.kmip.message;

import java.util.ArrayList;
import java.util.List;

/** One request and one response at least of every operation. */
final class Samples {

    private Samples() {}

    static List<RequestPayload> requests() {
        List<RequestPayload> all = new ArrayList<>(SamplePayloads.requests());
        all.addAll(KeySamples.requests());
        all.addAll(UseSamples.requests());
        return all;
    }

    static List<ResponsePayload> responses() {
        List<ResponsePayload> all = new ArrayList<>(SamplePayloads.responses());
        all.addAll(KeySamples.responses());
        all.addAll(UseSamples.responses());
        return all;
    }
}
