// Generated from kmip-spec; do not edit.
// @formatter:off
package io.sallyport.kmip.model;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** The enumeration Operation of KMIP. */
@Generated("io.sallyport.kmip.model.ModelGenerator")
public enum Operation implements KmipEnumeration {
    /** Create; since 1.0. */
    CREATE(0x00000001, "Create", KmipVersion.V1_0, null),
    /** Create Key Pair; since 1.0. */
    CREATE_KEY_PAIR(0x00000002, "CreateKeyPair", KmipVersion.V1_0, null),
    /** Register; since 1.0. */
    REGISTER(0x00000003, "Register", KmipVersion.V1_0, null),
    /** Re-key; since 1.0. */
    RE_KEY(0x00000004, "ReKey", KmipVersion.V1_0, null),
    /** Derive Key; since 1.0. */
    DERIVE_KEY(0x00000005, "DeriveKey", KmipVersion.V1_0, null),
    /** Certify; since 1.0. */
    CERTIFY(0x00000006, "Certify", KmipVersion.V1_0, null),
    /** Re-certify; since 1.0. */
    RE_CERTIFY(0x00000007, "ReCertify", KmipVersion.V1_0, null),
    /** Locate; since 1.0. */
    LOCATE(0x00000008, "Locate", KmipVersion.V1_0, null),
    /** Check; since 1.0. */
    CHECK(0x00000009, "Check", KmipVersion.V1_0, null),
    /** Get; since 1.0. */
    GET(0x0000000A, "Get", KmipVersion.V1_0, null),
    /** Get Attributes; since 1.0. */
    GET_ATTRIBUTES(0x0000000B, "GetAttributes", KmipVersion.V1_0, null),
    /** Get Attribute List; since 1.0. */
    GET_ATTRIBUTE_LIST(0x0000000C, "GetAttributeList", KmipVersion.V1_0, null),
    /** Add Attribute; since 1.0. */
    ADD_ATTRIBUTE(0x0000000D, "AddAttribute", KmipVersion.V1_0, null),
    /** Modify Attribute; since 1.0. */
    MODIFY_ATTRIBUTE(0x0000000E, "ModifyAttribute", KmipVersion.V1_0, null),
    /** Delete Attribute; since 1.0. */
    DELETE_ATTRIBUTE(0x0000000F, "DeleteAttribute", KmipVersion.V1_0, null),
    /** Obtain Lease; since 1.0. */
    OBTAIN_LEASE(0x00000010, "ObtainLease", KmipVersion.V1_0, null),
    /** Get Usage Allocation; since 1.0. */
    GET_USAGE_ALLOCATION(0x00000011, "GetUsageAllocation", KmipVersion.V1_0, null),
    /** Activate; since 1.0. */
    ACTIVATE(0x00000012, "Activate", KmipVersion.V1_0, null),
    /** Revoke; since 1.0. */
    REVOKE(0x00000013, "Revoke", KmipVersion.V1_0, null),
    /** Destroy; since 1.0. */
    DESTROY(0x00000014, "Destroy", KmipVersion.V1_0, null),
    /** Archive; since 1.0. */
    ARCHIVE(0x00000015, "Archive", KmipVersion.V1_0, null),
    /** Recover; since 1.0. */
    RECOVER(0x00000016, "Recover", KmipVersion.V1_0, null),
    /** Validate; since 1.0. */
    VALIDATE(0x00000017, "Validate", KmipVersion.V1_0, null),
    /** Query; since 1.0. */
    QUERY(0x00000018, "Query", KmipVersion.V1_0, null),
    /** Cancel; since 1.0. */
    CANCEL(0x00000019, "Cancel", KmipVersion.V1_0, null),
    /** Poll; since 1.0. */
    POLL(0x0000001A, "Poll", KmipVersion.V1_0, null),
    /** Notify; since 1.0. */
    NOTIFY(0x0000001B, "Notify", KmipVersion.V1_0, null),
    /** Put; since 1.0. */
    PUT(0x0000001C, "Put", KmipVersion.V1_0, null),
    /** Re-key Key Pair; since 1.1. */
    RE_KEY_KEY_PAIR(0x0000001D, "ReKeyKeyPair", KmipVersion.V1_1, null),
    /** Discover Versions; since 1.1. */
    DISCOVER_VERSIONS(0x0000001E, "DiscoverVersions", KmipVersion.V1_1, null),
    /** Encrypt; since 1.2. */
    ENCRYPT(0x0000001F, "Encrypt", KmipVersion.V1_2, null),
    /** Decrypt; since 1.2. */
    DECRYPT(0x00000020, "Decrypt", KmipVersion.V1_2, null),
    /** Sign; since 1.2. */
    SIGN(0x00000021, "Sign", KmipVersion.V1_2, null),
    /** Signature Verify; since 1.2. */
    SIGNATURE_VERIFY(0x00000022, "SignatureVerify", KmipVersion.V1_2, null),
    /** MAC; since 1.2. */
    MAC(0x00000023, "MAC", KmipVersion.V1_2, null),
    /** MAC Verify; since 1.2. */
    MAC_VERIFY(0x00000024, "MACVerify", KmipVersion.V1_2, null),
    /** RNG Retrieve; since 1.2. */
    RNG_RETRIEVE(0x00000025, "RNGRetrieve", KmipVersion.V1_2, null),
    /** RNG Seed; since 1.2. */
    RNG_SEED(0x00000026, "RNGSeed", KmipVersion.V1_2, null),
    /** Hash; since 1.2. */
    HASH(0x00000027, "Hash", KmipVersion.V1_2, null),
    /** Create Split Key; since 1.2. */
    CREATE_SPLIT_KEY(0x00000028, "CreateSplitKey", KmipVersion.V1_2, null),
    /** Join Split Key; since 1.2. */
    JOIN_SPLIT_KEY(0x00000029, "JoinSplitKey", KmipVersion.V1_2, null),
    /** Import; since 1.4. */
    IMPORT(0x0000002A, "Import", KmipVersion.V1_4, null),
    /** Export; since 1.4. */
    EXPORT(0x0000002B, "Export", KmipVersion.V1_4, null),
    /** Log; since 2.0. */
    LOG(0x0000002C, "Log", KmipVersion.V2_0, null),
    /** Login; since 2.0. */
    LOGIN(0x0000002D, "Login", KmipVersion.V2_0, null),
    /** Logout; since 2.0. */
    LOGOUT(0x0000002E, "Logout", KmipVersion.V2_0, null),
    /** Delegated Login; since 2.0. */
    DELEGATED_LOGIN(0x0000002F, "DelegatedLogin", KmipVersion.V2_0, null),
    /** Adjust Attribute; since 2.0. */
    ADJUST_ATTRIBUTE(0x00000030, "AdjustAttribute", KmipVersion.V2_0, null),
    /** Set Attribute; since 2.0. */
    SET_ATTRIBUTE(0x00000031, "SetAttribute", KmipVersion.V2_0, null),
    /** Set Endpoint Role; since 2.0. */
    SET_ENDPOINT_ROLE(0x00000032, "SetEndpointRole", KmipVersion.V2_0, null),
    /** PKCS#11; since 2.0. */
    PKCS_11(0x00000033, "PKCS_11", KmipVersion.V2_0, null),
    /** Interop; since 2.0. */
    INTEROP(0x00000034, "Interop", KmipVersion.V2_0, null),
    /** Re-Provision; since 2.0. */
    RE_PROVISION(0x00000035, "ReProvision", KmipVersion.V2_0, null),
    /** Set Defaults; since 2.1. */
    SET_DEFAULTS(0x00000036, "SetDefaults", KmipVersion.V2_1, null),
    /** Set Constraints; since 2.1. */
    SET_CONSTRAINTS(0x00000037, "SetConstraints", KmipVersion.V2_1, null),
    /** Get Constraints; since 2.1. */
    GET_CONSTRAINTS(0x00000038, "GetConstraints", KmipVersion.V2_1, null),
    /** Query Asynchronous Requests; since 2.1. */
    QUERY_ASYNCHRONOUS_REQUESTS(0x00000039, "QueryAsynchronousRequests", KmipVersion.V2_1, null),
    /** Process; since 2.1. */
    PROCESS(0x0000003A, "Process", KmipVersion.V2_1, null),
    /** Ping; since 2.1. */
    PING(0x0000003B, "Ping", KmipVersion.V2_1, null),
    /** Create Group; since 3.0. */
    CREATE_GROUP(0x0000003C, "CreateGroup", KmipVersion.V3_0, null),
    /** Obliterate; since 3.0. */
    OBLITERATE(0x0000003D, "Obliterate", KmipVersion.V3_0, null),
    /** Create User; since 3.0. */
    CREATE_USER(0x0000003E, "CreateUser", KmipVersion.V3_0, null),
    /** Create Credential; since 3.0. */
    CREATE_CREDENTIAL(0x0000003F, "CreateCredential", KmipVersion.V3_0, null),
    /** Deactivate; since 3.0. */
    DEACTIVATE(0x00000040, "Deactivate", KmipVersion.V3_0, null),
    ;

    private final int code;
    private final String xmlName;
    private final KmipVersion since;
    private final @Nullable KmipVersion until;

    Operation(int code, String xmlName, KmipVersion since, @Nullable KmipVersion until) {
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
    public static @Nullable Operation of(int code) {
        return switch (code) {
            case 0x00000001 -> CREATE;
            case 0x00000002 -> CREATE_KEY_PAIR;
            case 0x00000003 -> REGISTER;
            case 0x00000004 -> RE_KEY;
            case 0x00000005 -> DERIVE_KEY;
            case 0x00000006 -> CERTIFY;
            case 0x00000007 -> RE_CERTIFY;
            case 0x00000008 -> LOCATE;
            case 0x00000009 -> CHECK;
            case 0x0000000A -> GET;
            case 0x0000000B -> GET_ATTRIBUTES;
            case 0x0000000C -> GET_ATTRIBUTE_LIST;
            case 0x0000000D -> ADD_ATTRIBUTE;
            case 0x0000000E -> MODIFY_ATTRIBUTE;
            case 0x0000000F -> DELETE_ATTRIBUTE;
            case 0x00000010 -> OBTAIN_LEASE;
            case 0x00000011 -> GET_USAGE_ALLOCATION;
            case 0x00000012 -> ACTIVATE;
            case 0x00000013 -> REVOKE;
            case 0x00000014 -> DESTROY;
            case 0x00000015 -> ARCHIVE;
            case 0x00000016 -> RECOVER;
            case 0x00000017 -> VALIDATE;
            case 0x00000018 -> QUERY;
            case 0x00000019 -> CANCEL;
            case 0x0000001A -> POLL;
            case 0x0000001B -> NOTIFY;
            case 0x0000001C -> PUT;
            case 0x0000001D -> RE_KEY_KEY_PAIR;
            case 0x0000001E -> DISCOVER_VERSIONS;
            case 0x0000001F -> ENCRYPT;
            case 0x00000020 -> DECRYPT;
            case 0x00000021 -> SIGN;
            case 0x00000022 -> SIGNATURE_VERIFY;
            case 0x00000023 -> MAC;
            case 0x00000024 -> MAC_VERIFY;
            case 0x00000025 -> RNG_RETRIEVE;
            case 0x00000026 -> RNG_SEED;
            case 0x00000027 -> HASH;
            case 0x00000028 -> CREATE_SPLIT_KEY;
            case 0x00000029 -> JOIN_SPLIT_KEY;
            case 0x0000002A -> IMPORT;
            case 0x0000002B -> EXPORT;
            case 0x0000002C -> LOG;
            case 0x0000002D -> LOGIN;
            case 0x0000002E -> LOGOUT;
            case 0x0000002F -> DELEGATED_LOGIN;
            case 0x00000030 -> ADJUST_ATTRIBUTE;
            case 0x00000031 -> SET_ATTRIBUTE;
            case 0x00000032 -> SET_ENDPOINT_ROLE;
            case 0x00000033 -> PKCS_11;
            case 0x00000034 -> INTEROP;
            case 0x00000035 -> RE_PROVISION;
            case 0x00000036 -> SET_DEFAULTS;
            case 0x00000037 -> SET_CONSTRAINTS;
            case 0x00000038 -> GET_CONSTRAINTS;
            case 0x00000039 -> QUERY_ASYNCHRONOUS_REQUESTS;
            case 0x0000003A -> PROCESS;
            case 0x0000003B -> PING;
            case 0x0000003C -> CREATE_GROUP;
            case 0x0000003D -> OBLITERATE;
            case 0x0000003E -> CREATE_USER;
            case 0x0000003F -> CREATE_CREDENTIAL;
            case 0x00000040 -> DEACTIVATE;
            default -> null;
        };
    }
}
