package io.sallyport.gateway.operation;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.Items;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.LinkType;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.ttlv.ByteSlice;
import io.sallyport.kmip.ttlv.TtlvItem;

/**
 * Links as a version of the protocol tells them: until 2.1 as one attribute of many types, in 3.0
 * as an attribute for each type. Objects keep the links that the server makes in the first form.
 * Stateless.
 */
final class LinkForms {

    private LinkForms() {}

    /** The attributes with links in the form of this version. */
    static List<Attribute> of(List<Attribute> stored, KmipVersion version) {
        if (!version.atLeast(KmipVersion.V3_0)) {
            return stored;
        }
        List<Attribute> all = new ArrayList<>(stored.size());
        for (Attribute attribute : stored) {
            Attribute own = attribute.is(AttributeType.LINK) ? ofItsOwn(attribute) : attribute;
            if (own != null) {
                all.add(own);
            }
        }
        return all;
    }

    private static @Nullable Attribute ofItsOwn(Attribute link) {
        String id = Items.childText(link.value(), Tag.LINKED_OBJECT_IDENTIFIER);
        AttributeType type = Items.child(link.value(),
                Tag.LINK_TYPE) instanceof TtlvItem.EnumerationItem(int _, int code)
                        ? type(LinkType.of(code))
                        : null;
        return id == null || type == null
                ? null
                : Attribute.of(type,
                        new TtlvItem.ReferenceItem(type.tag(), ByteSlice.ofText(id)));
    }

    private static @Nullable AttributeType type(@Nullable LinkType type) {
        return switch (type) {
            case CERTIFICATE_LINK -> AttributeType.CERTIFICATE_LINK;
            case PUBLIC_KEY_LINK -> AttributeType.PUBLIC_KEY_LINK;
            case PRIVATE_KEY_LINK -> AttributeType.PRIVATE_KEY_LINK;
            case DERIVATION_BASE_OBJECT_LINK -> AttributeType.DERIVATION_OBJECT_LINK;
            case DERIVED_KEY_LINK -> AttributeType.DERIVED_OBJECT_LINK;
            case REPLACEMENT_OBJECT_LINK -> AttributeType.REPLACEMENT_OBJECT_LINK;
            case REPLACED_OBJECT_LINK -> AttributeType.REPLACED_OBJECT_LINK;
            case PARENT_LINK -> AttributeType.PARENT_LINK;
            case CHILD_LINK -> AttributeType.CHILD_LINK;
            case PREVIOUS_LINK -> AttributeType.PREVIOUS_LINK;
            case NEXT_LINK -> AttributeType.NEXT_LINK;
            case PKCS_12_CERTIFICATE_LINK -> AttributeType.PKCS_12_CERTIFICATE_LINK;
            case PKCS_12_PASSWORD_LINK -> AttributeType.PKCS_12_PASSWORD_LINK;
            case WRAPPING_KEY_LINK -> AttributeType.WRAPPING_KEY_LINK;
            case null -> null;
        };
    }
}
