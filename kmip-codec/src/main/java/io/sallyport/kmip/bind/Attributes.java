package io.sallyport.kmip.bind;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeName;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.Items;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.ttlv.TtlvItem;

/** Lists of attributes and of their names, and single attributes, as each version wraps them. */
public final class Attributes {

    /** Create, Register: a template in 1.x, Attributes in 2.x, there even when empty. */
    public static final SpanCodec<AttributeList> TEMPLATE = new Listed(Tag.TEMPLATE_ATTRIBUTE,
            Tag.ATTRIBUTES, Presence.ALWAYS);
    /** What a server answers of its own choice: like the template, but never empty. */
    public static final SpanCodec<AttributeList> ANSWERED_TEMPLATE = new Listed(
            Tag.TEMPLATE_ATTRIBUTE, Tag.ATTRIBUTES, Presence.UNLESS_EMPTY);
    /** Re-key, Certify: like the template, but a client may leave it out. */
    public static final SpanCodec<AttributeList> OPTIONAL_TEMPLATE = ANSWERED_TEMPLATE;
    /** For both keys of a pair. */
    public static final SpanCodec<AttributeList> COMMON = new Listed(
            Tag.COMMON_TEMPLATE_ATTRIBUTE, Tag.COMMON_ATTRIBUTES, Presence.UNLESS_EMPTY);
    /** For the private key of a pair. */
    public static final SpanCodec<AttributeList> PRIVATE_KEY = new Listed(
            Tag.PRIVATE_KEY_TEMPLATE_ATTRIBUTE, Tag.PRIVATE_KEY_ATTRIBUTES,
            Presence.UNLESS_EMPTY);
    /** For the public key of a pair. */
    public static final SpanCodec<AttributeList> PUBLIC_KEY = new Listed(
            Tag.PUBLIC_KEY_TEMPLATE_ATTRIBUTE, Tag.PUBLIC_KEY_ATTRIBUTES, Presence.UNLESS_EMPTY);
    /** Locate, Get Attributes: bare in 1.x, Attributes in 2.x. */
    public static final SpanCodec<AttributeList> BARE = new Listed(0, Tag.ATTRIBUTES,
            Presence.ALWAYS);
    /** Inside a Key Value: bare in 1.x, Attributes in 2.x, never empty. */
    public static final SpanCodec<AttributeList> IN_KEY = new Listed(0, Tag.ATTRIBUTES,
            Presence.UNLESS_EMPTY);
    /** Attributes of 2.x that may be there, also empty. */
    public static final SpanCodec<AttributeList> AS_GIVEN = new Listed(Tag.TEMPLATE_ATTRIBUTE,
            Tag.ATTRIBUTES, Presence.AS_GIVEN);
    /** Names: text in 1.x, references in 2.x. */
    public static final SpanCodec<List<AttributeName>> NAMES = new Names();
    /** The 1.x form of one attribute. */
    public static final ItemCodec<Attribute> ONE = new One();
    /** The 2.x form of one attribute: a structure that holds it (New or Current Attribute). */
    public static final ItemCodec<Attribute> HELD = new Held();
    /** One name as text; for fields that exist in 1.x only. */
    public static final ItemCodec<AttributeName> NAME_TEXT = new NameText();
    /** One name as a reference; for fields that exist in 2.x only. */
    public static final ItemCodec<AttributeName> NAME_REFERENCE = new NameReference();

    private Attributes() {}

    /** Attributes that are not there are none. */
    public static AttributeList orEmpty(@Nullable AttributeList attributes) {
        return attributes == null ? AttributeList.EMPTY : attributes;
    }

    /** When the structure around attributes is there. */
    private enum Presence {
        /** Also without attributes; one that is missing counts as empty. */
        ALWAYS,
        /** Only around attributes; one that is missing is null. */
        UNLESS_EMPTY,
        /** As it was given; one that is missing is null. */
        AS_GIVEN
    }

    /**
     * @param template the structure of 1.x around the attributes, 0 for none
     * @param wrapper the structure of 2.x around them
     */
    private record Listed(int template, int wrapper,
            Presence presence) implements SpanCodec<AttributeList> {
        @Override
        public boolean accepts(int tag) {
            // A filter of 1.x comes wrapped from some clients.
            return tag == wrapper || tag == template || (wrapper == Tag.ATTRIBUTES
                    && (tag == Tag.ATTRIBUTE || tag == Tag.TEMPLATE_ATTRIBUTE));
        }

        @Override
        public @Nullable AttributeList decode(List<TtlvItem> items, KmipVersion version)
                throws BindFault {
            List<Attribute> attributes = new ArrayList<>();
            for (TtlvItem item : items) {
                if (item.tag() == Tag.ATTRIBUTE) {
                    add(attributes, item);
                    continue;
                }
                if (!(item instanceof TtlvItem.Structure(int tag, List<TtlvItem> children))) {
                    throw BindFault.type(item, "a structure");
                }
                for (TtlvItem child : children) {
                    if (child.tag() == Tag.NAME && tag == template) {
                        attributes.add(new Attribute(AttributeName.ofTemplate(), 0, child));
                    } else {
                        add(attributes, child);
                    }
                }
            }
            // A request without a template means an empty one; an answer without one has none.
            return items.isEmpty() && presence != Presence.ALWAYS ? null
                    : new AttributeList(attributes);
        }

        private static void add(List<Attribute> attributes, TtlvItem item) throws BindFault {
            Attribute attribute = AttributeCodec.decode(item);
            if (attribute != null) {
                attributes.add(attribute);
            }
        }

        @Override
        public boolean encode(AttributeList list, Dialect dialect, List<TtlvItem> out) {
            List<TtlvItem> items = new ArrayList<>();
            for (Attribute attribute : list.attributes()) {
                boolean named = attribute.name().equals(AttributeName.ofTemplate());
                if (named && dialect.atLeast(KmipVersion.V2_0)) {
                    dialect.lose("the name of a template");
                }
                TtlvItem item = named
                        ? attribute.value()
                        : AttributeCodec.encode(attribute, dialect);
                if (item == null) {
                    dialect.lose(attribute.name().text());
                } else {
                    items.add(item);
                }
            }
            int around = dialect.atLeast(KmipVersion.V2_0) ? wrapper : template;
            if (around == 0) {
                out.addAll(items);
            } else if (presence != Presence.UNLESS_EMPTY || !items.isEmpty()) {
                out.add(new TtlvItem.Structure(around, items));
            }
            return true;
        }
    }

    private static final class One implements ItemCodec<Attribute> {
        @Override
        public Attribute decode(TtlvItem item, KmipVersion version) throws BindFault {
            Attribute attribute = AttributeCodec.decode(item);
            if (attribute == null) {
                throw new BindFault(ResultReason.INVALID_FIELD, "this is not an attribute");
            }
            return attribute;
        }

        @Override
        public @Nullable TtlvItem encode(int tag, Attribute value, Dialect dialect) {
            return AttributeCodec.encode(value, dialect);
        }
    }

    private static final class Held implements ItemCodec<Attribute> {
        @Override
        public Attribute decode(TtlvItem item, KmipVersion version) throws BindFault {
            if (!(item instanceof TtlvItem.Structure(int _, List<TtlvItem> items))
                    || items.size() != 1) {
                throw BindFault.type(item, "a structure with one attribute");
            }
            return ONE.decode(items.getFirst(), version);
        }

        @Override
        public @Nullable TtlvItem encode(int tag, Attribute value, Dialect dialect) {
            TtlvItem item = AttributeCodec.encode(value, dialect);
            return item == null ? null : new TtlvItem.Structure(tag, List.of(item));
        }
    }

    private static final class NameText implements ItemCodec<AttributeName> {
        @Override
        public AttributeName decode(TtlvItem item, KmipVersion version) throws BindFault {
            return AttributeName.ofText(Codecs.TEXT.decode(item, version));
        }

        @Override
        public @Nullable TtlvItem encode(int tag, AttributeName value, Dialect dialect) {
            return value instanceof AttributeName.Standard(AttributeType type)
                    && !type.definedIn(dialect.version()) ? null : Items.text(tag, value.text());
        }
    }

    private static final class NameReference implements ItemCodec<AttributeName> {
        @Override
        public AttributeName decode(TtlvItem item, KmipVersion version) throws BindFault {
            if (item instanceof TtlvItem.EnumerationItem(int _, int tag)) {
                AttributeType type = AttributeType.ofTag(tag);
                return type == null ? new AttributeName.Unknown(Tag.nameOf(tag))
                        : AttributeName.of(type);
            }
            String vendor = Items.childText(item, Tag.VENDOR_IDENTIFICATION);
            String name = Items.childText(item, Tag.ATTRIBUTE_NAME);
            if (vendor == null || name == null) {
                throw BindFault.type(item, "a reference to an attribute");
            }
            return new AttributeName.Vendor(vendor, name);
        }

        @Override
        public @Nullable TtlvItem encode(int tag, AttributeName value, Dialect dialect) {
            return switch (value) {
                case AttributeName.Standard(AttributeType type) -> type.definedIn(dialect.version())
                        ? new TtlvItem.EnumerationItem(tag, type.tag())
                        : null;
                case AttributeName.Vendor(String vendor, String name) ->
                    Items.structure(tag, Items.text(Tag.VENDOR_IDENTIFICATION, vendor),
                            Items.text(Tag.ATTRIBUTE_NAME, name));
                case AttributeName.Unknown _ -> null;
            };
        }
    }

    private static final class Names implements SpanCodec<List<AttributeName>> {
        @Override
        public boolean accepts(int tag) {
            return tag == Tag.ATTRIBUTE_NAME || tag == Tag.ATTRIBUTE_REFERENCE;
        }

        @Override
        public List<AttributeName> decode(List<TtlvItem> items, KmipVersion version)
                throws BindFault {
            List<AttributeName> names = new ArrayList<>(items.size());
            for (TtlvItem item : items) {
                names.add((item.tag() == Tag.ATTRIBUTE_NAME ? NAME_TEXT : NAME_REFERENCE)
                        .decode(item, version));
            }
            return names;
        }

        @Override
        public boolean encode(List<AttributeName> names, Dialect dialect, List<TtlvItem> out) {
            boolean references = dialect.atLeast(KmipVersion.V2_0);
            for (AttributeName name : names) {
                TtlvItem item = references
                        ? NAME_REFERENCE.encode(Tag.ATTRIBUTE_REFERENCE, name, dialect)
                        : NAME_TEXT.encode(Tag.ATTRIBUTE_NAME, name, dialect);
                if (item == null) {
                    dialect.lose(name.text());
                } else {
                    out.add(item);
                }
            }
            return true;
        }
    }
}
