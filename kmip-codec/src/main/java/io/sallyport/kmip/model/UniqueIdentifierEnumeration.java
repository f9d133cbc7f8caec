// Generated from kmip-spec; do not edit.
// @formatter:off
package io.sallyport.kmip.model;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** The enumeration Unique Identifier of KMIP. */
@Generated("io.sallyport.kmip.model.ModelGenerator")
public enum UniqueIdentifierEnumeration implements KmipEnumeration {
    /** ID Placeholder; since 2.0. */
    ID_PLACEHOLDER(0x00000001, "IDPlaceholder", KmipVersion.V2_0, null),
    /** Certify; since 2.0. */
    CERTIFY(0x00000002, "Certify", KmipVersion.V2_0, null),
    /** Create; since 2.0. */
    CREATE(0x00000003, "Create", KmipVersion.V2_0, null),
    /** Create Key Pair; since 2.0. */
    CREATE_KEY_PAIR(0x00000004, "CreateKeyPair", KmipVersion.V2_0, null),
    /** Create Key Pair Private Key; since 2.0. */
    CREATE_KEY_PAIR_PRIVATE_KEY(0x00000005, "CreateKeyPairPrivateKey", KmipVersion.V2_0, null),
    /** Create Key Pair Public Key; since 2.0. */
    CREATE_KEY_PAIR_PUBLIC_KEY(0x00000006, "CreateKeyPairPublicKey", KmipVersion.V2_0, null),
    /** Create Split Key; since 2.0. */
    CREATE_SPLIT_KEY(0x00000007, "CreateSplitKey", KmipVersion.V2_0, null),
    /** Derive Key; since 2.0. */
    DERIVE_KEY(0x00000008, "DeriveKey", KmipVersion.V2_0, null),
    /** Import; since 2.0. */
    IMPORT(0x00000009, "Import", KmipVersion.V2_0, null),
    /** Join Split Key; since 2.0. */
    JOIN_SPLIT_KEY(0x0000000A, "JoinSplitKey", KmipVersion.V2_0, null),
    /** Locate; since 2.0. */
    LOCATE(0x0000000B, "Locate", KmipVersion.V2_0, null),
    /** Register; since 2.0. */
    REGISTER(0x0000000C, "Register", KmipVersion.V2_0, null),
    /** Re-key; since 2.0. */
    RE_KEY(0x0000000D, "ReKey", KmipVersion.V2_0, null),
    /** Re-certify; since 2.0. */
    RE_CERTIFY(0x0000000E, "ReCertify", KmipVersion.V2_0, null),
    /** Re-key Key Pair; since 2.0. */
    RE_KEY_KEY_PAIR(0x0000000F, "ReKeyKeyPair", KmipVersion.V2_0, null),
    /** Re-key Key Pair Private Key; since 2.0. */
    RE_KEY_KEY_PAIR_PRIVATE_KEY(0x00000010, "ReKeyKeyPairPrivateKey", KmipVersion.V2_0, null),
    /** Re-key Key Pair Public Key; since 2.0. */
    RE_KEY_KEY_PAIR_PUBLIC_KEY(0x00000011, "ReKeyKeyPairPublicKey", KmipVersion.V2_0, null),
    /** Re-Provision; since 3.0. */
    RE_PROVISION(0x00000012, "ReProvision", KmipVersion.V3_0, null),
    /** Create User; since 3.0. */
    CREATE_USER(0x00000013, "CreateUser", KmipVersion.V3_0, null),
    /** Create Group; since 3.0. */
    CREATE_GROUP(0x00000014, "CreateGroup", KmipVersion.V3_0, null),
    /** Create Credential; since 3.0. */
    CREATE_CREDENTIAL(0x00000015, "CreateCredential", KmipVersion.V3_0, null),
    ;

    private final int code;
    private final String xmlName;
    private final KmipVersion since;
    private final @Nullable KmipVersion until;

    UniqueIdentifierEnumeration(int code, String xmlName, KmipVersion since, @Nullable KmipVersion until) {
        this.code = code;
        this.xmlName = xmlName;
        this.since = since;
        this.until = until;
    }

    @Override
    public int code() {
        return code;
    }

    @Override
    public String xmlName() {
        return xmlName;
    }

    @Override
    public KmipVersion since() {
        return since;
    }

    @Override
    public @Nullable KmipVersion until() {
        return until;
    }

    /** The value with this code, or null where this build knows none. */
    public static @Nullable UniqueIdentifierEnumeration of(int code) {
        return switch (code) {
            case 0x00000001 -> ID_PLACEHOLDER;
            case 0x00000002 -> CERTIFY;
            case 0x00000003 -> CREATE;
            case 0x00000004 -> CREATE_KEY_PAIR;
            case 0x00000005 -> CREATE_KEY_PAIR_PRIVATE_KEY;
            case 0x00000006 -> CREATE_KEY_PAIR_PUBLIC_KEY;
            case 0x00000007 -> CREATE_SPLIT_KEY;
            case 0x00000008 -> DERIVE_KEY;
            case 0x00000009 -> IMPORT;
            case 0x0000000A -> JOIN_SPLIT_KEY;
            case 0x0000000B -> LOCATE;
            case 0x0000000C -> REGISTER;
            case 0x0000000D -> RE_KEY;
            case 0x0000000E -> RE_CERTIFY;
            case 0x0000000F -> RE_KEY_KEY_PAIR;
            case 0x00000010 -> RE_KEY_KEY_PAIR_PRIVATE_KEY;
            case 0x00000011 -> RE_KEY_KEY_PAIR_PUBLIC_KEY;
            case 0x00000012 -> RE_PROVISION;
            case 0x00000013 -> CREATE_USER;
            case 0x00000014 -> CREATE_GROUP;
            case 0x00000015 -> CREATE_CREDENTIAL;
            default -> null;
        };
    }
}
