package io.sallyport.kmip.bind;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.Items;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.UniqueIdentifier;
import io.sallyport.kmip.model.UniqueIdentifierEnumeration;
import io.sallyport.kmip.ttlv.ByteSlice;
import io.sallyport.kmip.ttlv.TtlvItem;

/** Names of objects. */
public final class Identifiers {

    /** Text in every version; from 2.0 also a placeholder or an index, from 3.0 a name. */
    public static final ItemCodec<UniqueIdentifier> UNIQUE_IDENTIFIER = new Identifier();
    /** An identifier that is told, not asked for: text, from 3.0 of the type Identifier. */
    public static final ItemCodec<String> TEXT = new Told();

    private Identifiers() {}

    private static TtlvItem item(int tag, String text, Dialect dialect) {
        return dialect.atLeast(KmipVersion.V3_0)
                ? new TtlvItem.IdentifierItem(tag, ByteSlice.ofText(text))
                : Items.text(tag, text);
    }

    private static final class Told implements ItemCodec<String> {
        @Override
        public String decode(TtlvItem item, KmipVersion version) throws BindFault {
            return Codecs.TEXT.decode(item, version);
        }

        @Override
        public TtlvItem encode(int tag, String value, Dialect dialect) {
            return item(tag, value, dialect);
        }
    }

    private static final class Identifier implements ItemCodec<UniqueIdentifier> {
        @Override
        public UniqueIdentifier decode(TtlvItem item, KmipVersion version) throws BindFault {
            return switch (item) {
                case TtlvItem.NameReferenceItem name -> new UniqueIdentifier.Name(name.text());
                case TtlvItem.Utf8Item text -> new UniqueIdentifier.Text(text.text());
                case TtlvItem.EnumerationItem(int _, int code) -> new UniqueIdentifier.Placeholder(
                        new Enumerated<>(code, UniqueIdentifierEnumeration.of(code)));
                case TtlvItem.IntegerItem(int _, int index) -> new UniqueIdentifier.Index(index);
                default -> throw BindFault.type(item, "an identifier");
            };
        }

        @Override
        public @Nullable TtlvItem encode(int tag, UniqueIdentifier value, Dialect dialect) {
            boolean textOnly = !dialect.atLeast(KmipVersion.V2_0);
            return switch (value) {
                case UniqueIdentifier.Text(String text) -> item(tag, text, dialect);
                case UniqueIdentifier.Name(String name) -> dialect.atLeast(KmipVersion.V3_0)
                        ? new TtlvItem.NameReferenceItem(tag, ByteSlice.ofText(name))
                        : null;
                case UniqueIdentifier.Placeholder(Enumerated<UniqueIdentifierEnumeration> p) ->
                    textOnly ? null : new TtlvItem.EnumerationItem(tag, p.code());
                case UniqueIdentifier.Index(int index) ->
                    textOnly ? null : new TtlvItem.IntegerItem(tag, index);
            };
        }
    }
}
