// Generated from kmip-spec; do not edit.
// @formatter:off
package io.sallyport.kmip.model;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** The enumeration Query Function of KMIP. */
@Generated("io.sallyport.kmip.model.ModelGenerator")
public enum QueryFunction implements KmipEnumeration {
    /** Query Operations; since 1.0. */
    QUERY_OPERATIONS(0x00000001, "QueryOperations", KmipVersion.V1_0, null),
    /** Query Objects; since 1.0. */
    QUERY_OBJECTS(0x00000002, "QueryObjects", KmipVersion.V1_0, null),
    /** Query Server Information; since 1.0. */
    QUERY_SERVER_INFORMATION(0x00000003, "QueryServerInformation", KmipVersion.V1_0, null),
    /** Query Application Namespaces; since 1.0. */
    QUERY_APPLICATION_NAMESPACES(0x00000004, "QueryApplicationNamespaces", KmipVersion.V1_0, null),
    /** Query Extension List; since 1.1. */
    QUERY_EXTENSION_LIST(0x00000005, "QueryExtensionList", KmipVersion.V1_1, null),
    /** Query Extension Map; since 1.1. */
    QUERY_EXTENSION_MAP(0x00000006, "QueryExtensionMap", KmipVersion.V1_1, null),
    /** Query Attestation Types; since 1.2. */
    QUERY_ATTESTATION_TYPES(0x00000007, "QueryAttestationTypes", KmipVersion.V1_2, null),
    /** Query RNGs; since 1.3. */
    QUERY_RNGS(0x00000008, "QueryRNGs", KmipVersion.V1_3, null),
    /** Query Validations; since 1.3. */
    QUERY_VALIDATIONS(0x00000009, "QueryValidations", KmipVersion.V1_3, null),
    /** Query Profiles; since 1.3. */
    QUERY_PROFILES(0x0000000A, "QueryProfiles", KmipVersion.V1_3, null),
    /** Query Capabilities; since 1.3. */
    QUERY_CAPABILITIES(0x0000000B, "QueryCapabilities", KmipVersion.V1_3, null),
    /** Query Client Registration Methods; since 1.3. */
    QUERY_CLIENT_REGISTRATION_METHODS(0x0000000C, "QueryClientRegistrationMethods", KmipVersion.V1_3, null),
    /** Query Defaults Information; since 2.0. */
    QUERY_DEFAULTS_INFORMATION(0x0000000D, "QueryDefaultsInformation", KmipVersion.V2_0, null),
    /** Query Storage Protection Masks; since 2.0. */
    QUERY_STORAGE_PROTECTION_MASKS(0x0000000E, "QueryStorageProtectionMasks", KmipVersion.V2_0, null),
    /** Query Credential Information; since 3.0. */
    QUERY_CREDENTIAL_INFORMATION(0x0000000F, "QueryCredentialInformation", KmipVersion.V3_0, null),
    ;

    private final int code;
    private final String xmlName;
    private final KmipVersion since;
    private final @Nullable KmipVersion until;

    QueryFunction(int code, String xmlName, KmipVersion since, @Nullable KmipVersion until) {
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
    public static @Nullable QueryFunction of(int code) {
        return switch (code) {
            case 0x00000001 -> QUERY_OPERATIONS;
            case 0x00000002 -> QUERY_OBJECTS;
            case 0x00000003 -> QUERY_SERVER_INFORMATION;
            case 0x00000004 -> QUERY_APPLICATION_NAMESPACES;
            case 0x00000005 -> QUERY_EXTENSION_LIST;
            case 0x00000006 -> QUERY_EXTENSION_MAP;
            case 0x00000007 -> QUERY_ATTESTATION_TYPES;
            case 0x00000008 -> QUERY_RNGS;
            case 0x00000009 -> QUERY_VALIDATIONS;
            case 0x0000000A -> QUERY_PROFILES;
            case 0x0000000B -> QUERY_CAPABILITIES;
            case 0x0000000C -> QUERY_CLIENT_REGISTRATION_METHODS;
            case 0x0000000D -> QUERY_DEFAULTS_INFORMATION;
            case 0x0000000E -> QUERY_STORAGE_PROTECTION_MASKS;
            case 0x0000000F -> QUERY_CREDENTIAL_INFORMATION;
            default -> null;
        };
    }
}
