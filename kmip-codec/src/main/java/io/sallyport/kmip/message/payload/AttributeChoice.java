package io.sallyport.kmip.message.payload;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.bind.BindFault;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeName;
import io.sallyport.kmip.model.ResultReason;

/** What the attribute operations of 1.x and 2.x tell in different fields. */
final class AttributeChoice {

    private AttributeChoice() {}

    /** The one attribute that is there, in either form. */
    static Attribute one(@Nullable Attribute bare, @Nullable Attribute held) throws BindFault {
        if (bare != null && held != null) {
            throw new BindFault(ResultReason.INVALID_MESSAGE, "the attribute is there twice");
        }
        if (bare != null) {
            return bare;
        }
        if (held != null) {
            return held;
        }
        throw new BindFault(ResultReason.INVALID_MESSAGE, "the attribute is missing");
    }

    /** The name that the request tells by text, by reference, or with a value. */
    static AttributeName name(@Nullable AttributeName text, @Nullable AttributeName reference,
            @Nullable Attribute current) throws BindFault {
        if (text != null) {
            return text;
        }
        if (current != null) {
            return current.name();
        }
        if (reference != null) {
            return reference;
        }
        throw new BindFault(ResultReason.INVALID_MESSAGE, "the attribute's name is missing");
    }
}
