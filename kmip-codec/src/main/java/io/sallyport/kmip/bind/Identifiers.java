package io.sallyport.kmip.bind;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.Items;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.UniqueIdentifier;
import io.sallyport.kmip.model.UniqueIdentifierEnumeration;
import io.sallyport.kmip.ttlv.TtlvItem;

/** Names of objects, and versions. */
public final class Identifiers {

    /** Text in every version; from 2.0 also a placeholder or an index. */
    public static final ItemCodec<UniqueIdentifier> UNIQUE_IDENTIFIER = new Identifier();

    private Identifiers() {}

    private static final class Identifier implements ItemCodec<UniqueIdentifier> {
        @Override
        public UniqueIdentifier decode(TtlvItem item, KmipVersion version) throws BindFault {
            return switch (item) {
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
                case UniqueIdentifier.Text(String text) -> Items.text(tag, text);
                case UniqueIdentifier.Placeholder(Enumerated<UniqueIdentifierEnumeration> p) ->
                    textOnly ? null : new TtlvItem.EnumerationItem(tag, p.code());
                case UniqueIdentifier.Index(int index) ->
                    textOnly ? null : new TtlvItem.IntegerItem(tag, index);
            };
        }
    }
}
