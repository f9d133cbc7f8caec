package io.sallyport.kmip.bind;

import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.Items;
import io.sallyport.kmip.model.KmipEnumeration;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.NameType;
import io.sallyport.kmip.model.RotateNameType;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.ttlv.TtlvItem;

/**
 * Attributes that 3.0 says in a plainer form: names are only text, the identifier is of its own
 * type. The model keeps the form of 2.x for all versions.
 */
final class PlainForms {

    private PlainForms() {}

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
    static TtlvItem encoded(AttributeType type, TtlvItem value, Dialect dialect) {
        if (!dialect.atLeast(KmipVersion.V3_0)) {
            return value;
        }
        return switch (type) {
            case UNIQUE_IDENTIFIER -> value instanceof TtlvItem.Utf8Item text
                    ? new TtlvItem.IdentifierItem(text.tag(), text.utf8())
                    : value;
            case NAME -> text(value, Tag.NAME_VALUE, Tag.NAME_TYPE,
                    NameType.UNINTERPRETED_TEXT_STRING, dialect);
            case ROTATE_NAME -> text(value, Tag.ROTATE_NAME_VALUE, Tag.ROTATE_NAME_TYPE,
                    RotateNameType.UNINTERPRETED_TEXT_STRING, dialect);
            default -> value;
        };
    }

    private static TtlvItem text(TtlvItem name, int valueTag, int typeTag,
            KmipEnumeration plainType, Dialect dialect) {
        if (!(Items.child(name, valueTag) instanceof TtlvItem.Utf8Item text)) {
            return name;
        }
        if (Items.child(name, typeTag) instanceof TtlvItem.EnumerationItem(int _, int code)
                && code != plainType.code()) {
            dialect.lose("this value of " + Tag.nameOf(typeTag));
        }
        return new TtlvItem.TextStringItem(name.tag(), text.utf8());
    }
}
