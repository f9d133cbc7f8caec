package io.sallyport.kmip.model;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.ttlv.ByteSlice;
import io.sallyport.kmip.ttlv.TtlvItem;

/**
 * A key with its format (KMIP 2.1 section 3.1).
 *
 * @param value null only where the key's value is kept elsewhere (Key Value Present false)
 * @param length in bits
 */
public record KeyBlock(Enumerated<KeyFormatType> format,
        @Nullable Enumerated<KeyCompressionType> compression, @Nullable KeyValue value,
        @Nullable Enumerated<CryptographicAlgorithm> algorithm, @Nullable Integer length,
        @Nullable KeyWrappingData wrapping) {

    /** An unwrapped key in one byte string, as Get answers it. */
    public static KeyBlock raw(ByteSlice key,
            CryptographicAlgorithm algorithm, int lengthBits) {
        return new KeyBlock(Enumerated.of(KeyFormatType.RAW), null,
                new KeyValue.Plain(
                        new TtlvItem.ByteStringItem(Tag.KEY_MATERIAL, key),
                        AttributeList.EMPTY),
                Enumerated.of(algorithm), lengthBits, null);
    }
}
