package io.sallyport.kmip.model;

import io.sallyport.kmip.ttlv.TtlvItem;

/** An extension of a batch item by a vendor (KMIP 2.1 section 9.11). */
public record MessageExtension(String vendorIdentification, boolean critical,
        TtlvItem.Structure vendorExtension) {}
