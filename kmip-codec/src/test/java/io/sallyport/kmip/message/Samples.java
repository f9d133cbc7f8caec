package io.sallyport.kmip.message;

import java.util.ArrayList;
import java.util.List;

import io.sallyport.kmip.model.KmipVersion;

/**
 * One request and one response at least of every operation. Requests hold all that their version
 * can say and nothing else; responses are full of what only later versions have.
 */
final class Samples {

    private Samples() {}

    static List<RequestPayload> requests(KmipVersion version) {
        List<RequestPayload> all = new ArrayList<>(SamplePayloads.requests(version));
        all.addAll(KeySamples.requests(version));
        all.addAll(UseSamples.requests(version));
        return all;
    }

    static List<ResponsePayload> responses() {
        List<ResponsePayload> all = new ArrayList<>(SamplePayloads.responses());
        all.addAll(KeySamples.responses());
        all.addAll(UseSamples.responses());
        return all;
    }
}
