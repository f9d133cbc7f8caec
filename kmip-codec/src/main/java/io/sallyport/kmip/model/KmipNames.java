package io.sallyport.kmip.model;

import io.sallyport.kmip.ttlv.xml.TtlvNames;
import org.jspecify.annotations.Nullable;

/** The names of the specification, for the XML encoding and for printing. */
public final class KmipNames implements TtlvNames {
    public static final KmipNames INSTANCE = new KmipNames();

    private KmipNames() {}

    @Override
    public @Nullable String tagName(int tag) {
        return Tag.xmlNameOf(tag);
    }

    @Override
    public int tagOf(String name) {
        return Tag.ofXmlName(name);
    }

    @Override
    public int meaningOf(int tag, @Nullable String attributeName) {
        return tag == Tag.ATTRIBUTE_VALUE && attributeName != null ? Tag.ofName(attributeName)
                : tag;
    }

    @Override
    public @Nullable String enumerationName(int tag, int code) {
        if (tag == Tag.ATTRIBUTE_REFERENCE) {
            return Tag.xmlNameOf(code);
        }
        for (KmipEnumeration value : TagValues.enumeration(tag)) {
            if (value.code() == code) {
                return value.xmlName();
            }
        }
        return null;
    }

    @Override
    public @Nullable Integer enumerationCode(int tag, String name) {
        if (tag == Tag.ATTRIBUTE_REFERENCE) {
            int reference = Tag.ofXmlName(name);
            return reference == 0 ? null : Integer.valueOf(reference);
        }
        String canonical = name.equals("NotAuthorized") ? "NotAuthorised" : name;
        for (KmipEnumeration value : TagValues.enumeration(tag)) {
            if (value.xmlName().equals(canonical)) {
                return value.code();
            }
        }
        return null;
    }

    @Override
    public @Nullable String maskNames(int tag, int mask) {
        MaskBits bits = TagValues.mask(tag);
        return bits == null ? null : bits.xmlNames(mask);
    }

    @Override
    public int maskBit(int tag, String name) {
        MaskBits bits = TagValues.mask(tag);
        if (bits == null) {
            return 0;
        }
        // The cases leave out what stands in brackets in the specification; it has a third name.
        return bits.ofXmlName(switch (name) {
            case "ContentCommitmentNonRepudiation", "NonRepudiation" -> "ContentCommitment";
            default -> name;
        });
    }

    @Override
    public boolean isPublicText(int tag) {
        return switch (tag) {
            case Tag.UNIQUE_IDENTIFIER, Tag.PRIVATE_KEY_UNIQUE_IDENTIFIER,
                    Tag.PUBLIC_KEY_UNIQUE_IDENTIFIER, Tag.LINKED_OBJECT_IDENTIFIER ->
                true;
            case Tag.ATTRIBUTE_NAME, Tag.NAME, Tag.NAME_VALUE, Tag.OBJECT_GROUP -> true;
            case Tag.RESULT_MESSAGE, Tag.CLIENT_CORRELATION_VALUE,
                    Tag.SERVER_CORRELATION_VALUE ->
                true;
            case Tag.VENDOR_IDENTIFICATION, Tag.EXTENSION_NAME, Tag.OPERATION_POLICY_NAME,
                    Tag.APPLICATION_NAMESPACE ->
                true;
            default -> false;
        };
    }
}
