package io.sallyport.gateway.lifecycle;

import io.sallyport.hsm.object.KeyDates;
import io.sallyport.hsm.object.KeyState;
import io.sallyport.hsm.object.ObjectHeader;

/** State and dates of an object, which only change together. */
public record KeyStatus(KeyState state, KeyDates dates) {

    /** What a header says. */
    public static KeyStatus of(ObjectHeader header) {
        return new KeyStatus(header.state(), header.dates());
    }
}
