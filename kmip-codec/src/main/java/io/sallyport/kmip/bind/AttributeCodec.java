package io.sallyport.kmip.bind;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeName;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.Items;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.ttlv.TtlvItem;
import io.sallyport.kmip.ttlv.TtlvType;

/**
 * One attribute in its two forms. 1.x: {@code Attribute {name, index, value}}. 2.x: a value under
 * its own tag, a vendor attribute as {@code Attribute {vendor, name, value}}. Both are understood
 * in every version.
 */
final class AttributeCodec {
    /** Sent by MySQL Enterprise inside a template, though it is no attribute: passed over. */
    private static final String STORAGE_STATUS_MASK = "Storage Status Mask";

    private static final int VENDOR_PREFIX = 0x54;

    private AttributeCodec() {}

    /** Decodes an item inside a list of attributes; null for one that is passed over. */
    static @Nullable Attribute decode(TtlvItem item) throws BindFault {
        if (item.tag() == Tag.ATTRIBUTE) {
            return named(item);
        }
        if (item.tag() >> 16 == VENDOR_PREFIX || item.tag() == Tag.STORAGE_STATUS_MASK) {
            return null;
        }
        AttributeType type = AttributeType.ofTag(item.tag());
        if (type == null) {
            return new Attribute(new AttributeName.Unknown(Tag.nameOf(item.tag())), 0, item);
        }
        return standard(type, 0, item);
    }

    private static @Nullable Attribute named(TtlvItem item) throws BindFault {
        TtlvItem name = null;
        TtlvItem vendor = null;
        TtlvItem value = null;
        int index = 0;
        if (!(item instanceof TtlvItem.Structure(int _, List<TtlvItem> items))) {
            throw BindFault.type(item, "a structure");
        }
        for (TtlvItem child : items) {
            switch (child.tag()) {
                case Tag.ATTRIBUTE_NAME -> name = once(name, child);
                case Tag.VENDOR_IDENTIFICATION -> vendor = once(vendor, child);
                case Tag.ATTRIBUTE_VALUE -> value = once(value, child);
                case Tag.ATTRIBUTE_INDEX -> index = Codecs.INTEGER.decode(child, KmipVersion.V1_0);
                default -> refuse(child);
            }
        }
        if (name == null || value == null) {
            throw new BindFault(ResultReason.INVALID_MESSAGE, "Attribute lacks its name or value");
        }
        String text = Codecs.TEXT.decode(name, KmipVersion.V1_0);
        if (vendor != null) {
            return new Attribute(new AttributeName.Vendor(
                    Codecs.TEXT.decode(vendor, KmipVersion.V2_0), text), index, value);
        }
        if (text.equals(STORAGE_STATUS_MASK)) {
            return null;
        }
        AttributeName known = AttributeName.ofText(text);
        return known instanceof AttributeName.Standard(AttributeType type)
                ? standard(type, index, value)
                : new Attribute(known, index, value);
    }

    private static TtlvItem once(@Nullable TtlvItem before, TtlvItem item) throws BindFault {
        if (before != null) {
            throw new BindFault(ResultReason.INVALID_MESSAGE,
                    Tag.nameOf(item.tag()) + " is there twice");
        }
        return item;
    }

    private static void refuse(TtlvItem item) throws BindFault {
        if (item.tag() >> 16 != VENDOR_PREFIX) {
            throw new BindFault(ResultReason.INVALID_FIELD,
                    "Attribute has no field " + Tag.nameOf(item.tag()));
        }
    }

    private static Attribute standard(AttributeType type, int index, TtlvItem value)
            throws BindFault {
        TtlvItem plain = PlainForms.decoded(type, value);
        boolean date = type.itemType() == TtlvType.DATE_TIME
                && plain.type() == TtlvType.DATE_TIME_EXTENDED;
        boolean identifier = type == AttributeType.UNIQUE_IDENTIFIER;
        boolean draft = type.since() == KmipVersion.V3_0;
        if (plain.type() != type.itemType() && !date && !identifier && !draft) {
            // A value of the wrong type must not slip past a rule that looks at the right one.
            throw new BindFault(ResultReason.INVALID_FIELD,
                    type.text() + " has a value of the wrong type");
        }
        return new Attribute(new AttributeName.Standard(type), index,
                Items.withTag(plain, type.tag()));
    }

    /** The attribute as an item of this version; null if the version has no such attribute. */
    static @Nullable TtlvItem encode(Attribute attribute, Dialect dialect) {
        TtlvItem value = attribute.value();
        if (attribute.index() != 0 && dialect.atLeast(KmipVersion.V2_0)) {
            dialect.lose(Tag.nameOf(Tag.ATTRIBUTE_INDEX));
        }
        if (attribute.name() instanceof AttributeName.Standard(AttributeType type)) {
            TtlvItem said = type.definedIn(dialect.version())
                    ? PlainForms.encoded(type, value, dialect)
                    : null;
            TtlvItem kept = said == null ? null : VersionFilter.only(said, dialect);
            if (kept == null || dialect.atLeast(KmipVersion.V2_0)) {
                return kept == null ? null : Items.withTag(kept, type.tag());
            }
            value = kept;
        }
        TtlvItem valueItem = Items.withTag(value, Tag.ATTRIBUTE_VALUE);
        List<TtlvItem> items = new ArrayList<>(3);
        if (dialect.atLeast(KmipVersion.V2_0)) {
            if (!(attribute.name() instanceof AttributeName.Vendor(String vendor, String name))) {
                return null;
            }
            items.add(Items.text(Tag.VENDOR_IDENTIFICATION, vendor));
            items.add(Items.text(Tag.ATTRIBUTE_NAME, name));
        } else {
            items.add(Items.text(Tag.ATTRIBUTE_NAME, attribute.name().text()));
            if (attribute.index() != 0) {
                items.add(new TtlvItem.IntegerItem(Tag.ATTRIBUTE_INDEX, attribute.index()));
            }
        }
        items.add(valueItem);
        return new TtlvItem.Structure(Tag.ATTRIBUTE, items);
    }
}
