package io.sallyport.kmip.model;

import io.sallyport.kmip.ttlv.ByteSlice;
import io.sallyport.kmip.ttlv.TtlvItem;

/** The value of a key block: in the clear, or wrapped. */
public sealed interface KeyValue {

    /**
     * A value that is not wrapped.
     *
     * @param keyMaterial tag Key Material; a byte string, or a structure for transparent formats
     * @param attributes those that travel with the key; usually none
     */
    record Plain(TtlvItem keyMaterial, AttributeList attributes) implements KeyValue {
        @Override
        public String toString() {
            return "KeyValue[clear]";
        }
    }

    /** The wrapped encoding of the value, or of the material alone. */
    record Wrapped(ByteSlice bytes) implements KeyValue {}
}
