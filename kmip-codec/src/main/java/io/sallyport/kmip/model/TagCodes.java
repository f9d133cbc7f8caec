package io.sallyport.kmip.model;

/** Which enumeration codes a version defines, by the tag that carries them. */
public final class TagCodes {

    private TagCodes() {}

    /**
     * Whether a message of this version may carry the code under the tag. Codes that no table has
     * (those of vendors) are nobody's business and pass.
     */
    public static boolean definedIn(int tag, int code, KmipVersion version) {
        for (KmipEnumeration value : TagValues.enumeration(tag)) {
            if (value.code() == code) {
                return value.definedIn(version);
            }
        }
        return true;
    }
}
