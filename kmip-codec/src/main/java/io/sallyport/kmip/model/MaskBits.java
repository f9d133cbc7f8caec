package io.sallyport.kmip.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names and versions of the bits of one mask. */
public final class MaskBits {
    /**
     * One bit.
     *
     * @param value the mask in which only this bit is set
     * @param until the first version that does not define it any more, or null while it lives
     */
    public record Bit(int value, String xmlName, KmipVersion since, @Nullable KmipVersion until) {
        /** Whether a message of this version may carry the bit. */
        public boolean definedIn(KmipVersion version) {
            return version.atLeast(since) && (until == null || !version.atLeast(until));
        }
    }

    private final List<Bit> bits;

    public MaskBits(List<Bit> bits) {
        this.bits = List.copyOf(bits);
    }

    /** All bits, lowest first. */
    public List<Bit> bits() {
        return bits;
    }

    /** The bits that the version defines, as a mask. */
    public int definedIn(KmipVersion version) {
        int mask = 0;
        for (Bit bit : bits) {
            if (bit.definedIn(version)) {
                mask |= bit.value();
            }
        }
        return mask;
    }

    /** The bit with this XML name as a mask, or 0. */
    public int ofXmlName(String xmlName) {
        for (Bit bit : bits) {
            if (bit.xmlName().equals(xmlName)) {
                return bit.value();
            }
        }
        return 0;
    }

    /** The XML names of the bits set, blanks between; a bit without a name as 0x and hex. */
    public String xmlNames(int mask) {
        StringBuilder names = new StringBuilder();
        int rest = mask;
        for (Bit bit : bits) {
            if ((mask & bit.value()) != 0) {
                names.append(names.isEmpty() ? "" : " ").append(bit.xmlName());
                rest &= ~bit.value();
            }
        }
        if (rest != 0) {
            names.append(names.isEmpty() ? "" : " ").append(String.format("0x%08X", rest));
        }
        return names.toString();
    }
}
