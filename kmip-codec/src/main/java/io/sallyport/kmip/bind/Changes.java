package io.sallyport.kmip.bind;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.model.AttributeChanges;
import io.sallyport.kmip.model.AttributeName;
import io.sallyport.kmip.model.Items;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.ttlv.TtlvItem;

/**
 * Changes of attributes as Notify tells them. In 1.x an Attribute without a value is one that was
 * deleted; 2.x lists the deleted ones by reference.
 */
public final class Changes {
    public static final SpanCodec<AttributeChanges> ALL = new All();

    private Changes() {}

    private static final class All implements SpanCodec<AttributeChanges> {
        @Override
        public boolean accepts(int tag) {
            return tag == Tag.ATTRIBUTE || tag == Tag.ATTRIBUTES || tag == Tag.ATTRIBUTE_REFERENCE;
        }

        @Override
        public AttributeChanges decode(List<TtlvItem> items, KmipVersion version)
                throws BindFault {
            List<TtlvItem> changed = new ArrayList<>();
            List<AttributeName> deleted = new ArrayList<>();
            for (TtlvItem item : items) {
                TtlvItem bareName = nameWithoutValue(item);
                if (bareName != null) {
                    deleted.add(Attributes.NAME_TEXT.decode(bareName, version));
                } else if (item.tag() == Tag.ATTRIBUTE_REFERENCE) {
                    deleted.add(Attributes.NAME_REFERENCE.decode(item, version));
                } else {
                    changed.add(item);
                }
            }
            return new AttributeChanges(
                    Attributes.orEmpty(Attributes.BARE.decode(changed, version)), deleted);
        }

        private static @Nullable TtlvItem nameWithoutValue(TtlvItem item) {
            return item.tag() == Tag.ATTRIBUTE && Items.child(item, Tag.ATTRIBUTE_VALUE) == null
                    ? Items.child(item, Tag.ATTRIBUTE_NAME)
                    : null;
        }

        @Override
        public boolean encode(AttributeChanges changes, Dialect dialect, List<TtlvItem> out) {
            Attributes.BARE.encode(changes.changed(), dialect, out);
            boolean references = dialect.atLeast(KmipVersion.V2_0);
            for (AttributeName name : changes.deleted()) {
                TtlvItem item = references
                        ? Attributes.NAME_REFERENCE.encode(Tag.ATTRIBUTE_REFERENCE, name, dialect)
                        : Attributes.NAME_TEXT.encode(Tag.ATTRIBUTE_NAME, name, dialect);
                if (item == null) {
                    dialect.lose(name.text());
                } else {
                    out.add(references ? item : Items.structure(Tag.ATTRIBUTE, item));
                }
            }
            return true;
        }
    }
}
