package io.sallyport.kmip.ttlv.xml;

import io.sallyport.kmip.ttlv.TtlvType;

/**
 * A hook between the written value and its reading: published cases write variables ($NOW-3600,
 * $UNIQUE_IDENTIFIER_0) where a value belongs.
 */
@FunctionalInterface
public interface XmlValues {
    /** Every value means what is written. */
    XmlValues AS_WRITTEN = (_, _, value) -> value;

    /** The value to read instead, in the written form of the type. */
    String resolve(int tag, TtlvType type, String value);
}
