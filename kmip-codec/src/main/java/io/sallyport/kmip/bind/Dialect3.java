package io.sallyport.kmip.bind;

import java.util.List;

import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.Items;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.NameType;
import io.sallyport.kmip.model.RotateNameType;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.ttlv.TtlvItem;

/**
 * Attributes that 3.0 says in another form: names are plain text, the identifier is of its own
 * type. The model keeps the form of 2.x for all versions.
 */
final class Dialect3 {

    private Dialect3() {}

    /** The value in the form of the model. */
    static TtlvItem decoded(AttributeType type, TtlvItem value) {
        if (!(value instanceof TtlvItem.Utf8Item text)) {
            return value;
        }
        TtlvItem plain = new TtlvItem.TextStringItem(Tag.NAME_VALUE, text.utf8());
        return switch (type) {
            case UNIQUE_IDENTIFIER -> Items.withTag(plain, Tag.UNIQUE_IDENTIFIER);
            case NAME -> Items.structure(Tag.NAME, plain,
                    Items.enumeration(Tag.NAME_TYPE, NameType.UNINTERPRETED_TEXT_STRING));
            case ROTATE_NAME -> Items.structure(Tag.ROTATE_NAME,
                    Items.withTag(plain, Tag.ROTATE_NAME_VALUE), Items.enumeration(
                            Tag.ROTATE_NAME_TYPE, RotateNameType.UNINTERPRETED_TEXT_STRING));
            default -> value;
        };
    }

    /** The value in the form of the version. */
    static TtlvItem encoded(AttributeType type, TtlvItem value, KmipVersion version) {
        if (!version.atLeast(KmipVersion.V3_0)) {
            return value;
        }
        if (type == AttributeType.UNIQUE_IDENTIFIER && value instanceof TtlvItem.Utf8Item text) {
            return new TtlvItem.IdentifierItem(text.tag(), text.utf8());
        }
        boolean named = type == AttributeType.NAME || type == AttributeType.ROTATE_NAME;
        if (named && value instanceof TtlvItem.Structure(int tag, List<TtlvItem> items)
                && !items.isEmpty() && items.getFirst() instanceof TtlvItem.Utf8Item text) {
            return new TtlvItem.TextStringItem(tag, text.utf8());
        }
        return value;
    }
}
