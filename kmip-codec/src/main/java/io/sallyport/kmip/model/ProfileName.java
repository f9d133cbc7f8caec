// Generated from kmip-spec; do not edit.
// @formatter:off
package io.sallyport.kmip.model;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** The enumeration Profile Name of KMIP. */
@Generated("io.sallyport.kmip.model.ModelGenerator")
public enum ProfileName implements KmipEnumeration {
    /** Baseline Server Basic KMIP v1.2; since 1.3, gone in 2.0. */
    BASELINE_SERVER_BASIC_KMIP_V1_2(0x00000001, "BaselineServerBasicKMIPV1_2", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Baseline Server TLS v1.2 KMIP v1.2; since 1.3, gone in 2.0. */
    BASELINE_SERVER_TLS_V1_2_KMIP_V1_2(0x00000002, "BaselineServerTLSV1_2KMIPV1_2", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Baseline Client Basic KMIP v1.2; since 1.3, gone in 2.0. */
    BASELINE_CLIENT_BASIC_KMIP_V1_2(0x00000003, "BaselineClientBasicKMIPV1_2", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Baseline Client TLS v1.2 KMIP v1.2; since 1.3, gone in 2.0. */
    BASELINE_CLIENT_TLS_V1_2_KMIP_V1_2(0x00000004, "BaselineClientTLSV1_2KMIPV1_2", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Complete Server Basic KMIP v1.2; since 1.3, gone in 2.0. */
    COMPLETE_SERVER_BASIC_KMIP_V1_2(0x00000005, "CompleteServerBasicKMIPV1_2", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Complete Server TLS v1.2 KMIP v1.2; since 1.3, gone in 2.0. */
    COMPLETE_SERVER_TLS_V1_2_KMIP_V1_2(0x00000006, "CompleteServerTLSV1_2KMIPV1_2", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Tape Library Client KMIP v1.0; since 1.3, gone in 2.0. */
    TAPE_LIBRARY_CLIENT_KMIP_V1_0(0x00000007, "TapeLibraryClientKMIPV1_0", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Tape Library Client KMIP v1.1; since 1.3, gone in 2.0. */
    TAPE_LIBRARY_CLIENT_KMIP_V1_1(0x00000008, "TapeLibraryClientKMIPV1_1", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Tape Library Client KMIP v1.2; since 1.3, gone in 2.0. */
    TAPE_LIBRARY_CLIENT_KMIP_V1_2(0x00000009, "TapeLibraryClientKMIPV1_2", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Tape Library Server KMIP v1.0; since 1.3, gone in 2.0. */
    TAPE_LIBRARY_SERVER_KMIP_V1_0(0x0000000A, "TapeLibraryServerKMIPV1_0", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Tape Library Server KMIP v1.1; since 1.3, gone in 2.0. */
    TAPE_LIBRARY_SERVER_KMIP_V1_1(0x0000000B, "TapeLibraryServerKMIPV1_1", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Tape Library Server KMIP v1.2; since 1.3, gone in 2.0. */
    TAPE_LIBRARY_SERVER_KMIP_V1_2(0x0000000C, "TapeLibraryServerKMIPV1_2", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Symmetric Key Lifecycle Client KMIP v1.0; since 1.3, gone in 2.0. */
    SYMMETRIC_KEY_LIFECYCLE_CLIENT_KMIP_V1_0(0x0000000D, "SymmetricKeyLifecycleClientKMIPV1_0", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Symmetric Key Lifecycle Client KMIP v1.1; since 1.3, gone in 2.0. */
    SYMMETRIC_KEY_LIFECYCLE_CLIENT_KMIP_V1_1(0x0000000E, "SymmetricKeyLifecycleClientKMIPV1_1", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Symmetric Key Lifecycle Client KMIP v1.2; since 1.3, gone in 2.0. */
    SYMMETRIC_KEY_LIFECYCLE_CLIENT_KMIP_V1_2(0x0000000F, "SymmetricKeyLifecycleClientKMIPV1_2", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Symmetric Key Lifecycle Server KMIP v1.0; since 1.3, gone in 2.0. */
    SYMMETRIC_KEY_LIFECYCLE_SERVER_KMIP_V1_0(0x00000010, "SymmetricKeyLifecycleServerKMIPV1_0", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Symmetric Key Lifecycle Server KMIP v1.1; since 1.3, gone in 2.0. */
    SYMMETRIC_KEY_LIFECYCLE_SERVER_KMIP_V1_1(0x00000011, "SymmetricKeyLifecycleServerKMIPV1_1", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Symmetric Key Lifecycle Server KMIP v1.2; since 1.3, gone in 2.0. */
    SYMMETRIC_KEY_LIFECYCLE_SERVER_KMIP_V1_2(0x00000012, "SymmetricKeyLifecycleServerKMIPV1_2", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Asymmetric Key Lifecycle Client KMIP v1.0; since 1.3, gone in 2.0. */
    ASYMMETRIC_KEY_LIFECYCLE_CLIENT_KMIP_V1_0(0x00000013, "AsymmetricKeyLifecycleClientKMIPV1_0", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Asymmetric Key Lifecycle Client KMIP v1.1; since 1.3, gone in 2.0. */
    ASYMMETRIC_KEY_LIFECYCLE_CLIENT_KMIP_V1_1(0x00000014, "AsymmetricKeyLifecycleClientKMIPV1_1", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Asymmetric Key Lifecycle Client KMIP v1.2; since 1.3, gone in 2.0. */
    ASYMMETRIC_KEY_LIFECYCLE_CLIENT_KMIP_V1_2(0x00000015, "AsymmetricKeyLifecycleClientKMIPV1_2", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Asymmetric Key Lifecycle Server KMIP v1.0; since 1.3, gone in 2.0. */
    ASYMMETRIC_KEY_LIFECYCLE_SERVER_KMIP_V1_0(0x00000016, "AsymmetricKeyLifecycleServerKMIPV1_0", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Asymmetric Key Lifecycle Server KMIP v1.1; since 1.3, gone in 2.0. */
    ASYMMETRIC_KEY_LIFECYCLE_SERVER_KMIP_V1_1(0x00000017, "AsymmetricKeyLifecycleServerKMIPV1_1", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Asymmetric Key Lifecycle Server KMIP v1.2; since 1.3, gone in 2.0. */
    ASYMMETRIC_KEY_LIFECYCLE_SERVER_KMIP_V1_2(0x00000018, "AsymmetricKeyLifecycleServerKMIPV1_2", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Basic Cryptographic Client KMIP v1.2; since 1.3, gone in 2.0. */
    BASIC_CRYPTOGRAPHIC_CLIENT_KMIP_V1_2(0x00000019, "BasicCryptographicClientKMIPV1_2", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Basic Cryptographic Server KMIP v1.2; since 1.3, gone in 2.0. */
    BASIC_CRYPTOGRAPHIC_SERVER_KMIP_V1_2(0x0000001A, "BasicCryptographicServerKMIPV1_2", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Advanced Cryptographic Client KMIP v1.2; since 1.3, gone in 2.0. */
    ADVANCED_CRYPTOGRAPHIC_CLIENT_KMIP_V1_2(0x0000001B, "AdvancedCryptographicClientKMIPV1_2", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Advanced Cryptographic Server KMIP v1.2; since 1.3, gone in 2.0. */
    ADVANCED_CRYPTOGRAPHIC_SERVER_KMIP_V1_2(0x0000001C, "AdvancedCryptographicServerKMIPV1_2", KmipVersion.V1_3, KmipVersion.V2_0),
    /** RNG Cryptographic Client KMIP v1.2; since 1.3, gone in 2.0. */
    RNG_CRYPTOGRAPHIC_CLIENT_KMIP_V1_2(0x0000001D, "RNGCryptographicClientKMIPV1_2", KmipVersion.V1_3, KmipVersion.V2_0),
    /** RNG Cryptographic Server KMIP v1.2; since 1.3, gone in 2.0. */
    RNG_CRYPTOGRAPHIC_SERVER_KMIP_V1_2(0x0000001E, "RNGCryptographicServerKMIPV1_2", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Basic Symmetric Key Foundry Client KMIP v1.0; since 1.3, gone in 2.0. */
    BASIC_SYMMETRIC_KEY_FOUNDRY_CLIENT_KMIP_V1_0(0x0000001F, "BasicSymmetricKeyFoundryClientKMIPV1_0", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Intermediate Symmetric Key Foundry Client KMIP v1.0; since 1.3, gone in 2.0. */
    INTERMEDIATE_SYMMETRIC_KEY_FOUNDRY_CLIENT_KMIP_V1_0(0x00000020, "IntermediateSymmetricKeyFoundryClientKMIPV1_0", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Advanced Symmetric Key Foundry Client KMIP v1.0; since 1.3, gone in 2.0. */
    ADVANCED_SYMMETRIC_KEY_FOUNDRY_CLIENT_KMIP_V1_0(0x00000021, "AdvancedSymmetricKeyFoundryClientKMIPV1_0", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Basic Symmetric Key Foundry Client KMIP v1.1; since 1.3, gone in 2.0. */
    BASIC_SYMMETRIC_KEY_FOUNDRY_CLIENT_KMIP_V1_1(0x00000022, "BasicSymmetricKeyFoundryClientKMIPV1_1", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Intermediate Symmetric Key Foundry Client KMIP v1.1; since 1.3, gone in 2.0. */
    INTERMEDIATE_SYMMETRIC_KEY_FOUNDRY_CLIENT_KMIP_V1_1(0x00000023, "IntermediateSymmetricKeyFoundryClientKMIPV1_1", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Advanced Symmetric Key Foundry Client KMIP v1.1; since 1.3, gone in 2.0. */
    ADVANCED_SYMMETRIC_KEY_FOUNDRY_CLIENT_KMIP_V1_1(0x00000024, "AdvancedSymmetricKeyFoundryClientKMIPV1_1", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Basic Symmetric Key Foundry Client KMIP v1.2; since 1.3, gone in 2.0. */
    BASIC_SYMMETRIC_KEY_FOUNDRY_CLIENT_KMIP_V1_2(0x00000025, "BasicSymmetricKeyFoundryClientKMIPV1_2", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Intermediate Symmetric Key Foundry Client KMIP v1.2; since 1.3, gone in 2.0. */
    INTERMEDIATE_SYMMETRIC_KEY_FOUNDRY_CLIENT_KMIP_V1_2(0x00000026, "IntermediateSymmetricKeyFoundryClientKMIPV1_2", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Advanced Symmetric Key Foundry Client KMIP v1.2; since 1.3, gone in 2.0. */
    ADVANCED_SYMMETRIC_KEY_FOUNDRY_CLIENT_KMIP_V1_2(0x00000027, "AdvancedSymmetricKeyFoundryClientKMIPV1_2", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Symmetric Key Foundry Server KMIP v1.0; since 1.3, gone in 2.0. */
    SYMMETRIC_KEY_FOUNDRY_SERVER_KMIP_V1_0(0x00000028, "SymmetricKeyFoundryServerKMIPV1_0", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Symmetric Key Foundry Server KMIP v1.1; since 1.3, gone in 2.0. */
    SYMMETRIC_KEY_FOUNDRY_SERVER_KMIP_V1_1(0x00000029, "SymmetricKeyFoundryServerKMIPV1_1", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Symmetric Key Foundry Server KMIP v1.2; since 1.3, gone in 2.0. */
    SYMMETRIC_KEY_FOUNDRY_SERVER_KMIP_V1_2(0x0000002A, "SymmetricKeyFoundryServerKMIPV1_2", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Opaque Managed Object Store Client KMIP v1.0; since 1.3, gone in 2.0. */
    OPAQUE_MANAGED_OBJECT_STORE_CLIENT_KMIP_V1_0(0x0000002B, "OpaqueManagedObjectStoreClientKMIPV1_0", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Opaque Managed Object Store Client KMIP v1.1; since 1.3, gone in 2.0. */
    OPAQUE_MANAGED_OBJECT_STORE_CLIENT_KMIP_V1_1(0x0000002C, "OpaqueManagedObjectStoreClientKMIPV1_1", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Opaque Managed Object Store Client KMIP v1.2; since 1.3, gone in 2.0. */
    OPAQUE_MANAGED_OBJECT_STORE_CLIENT_KMIP_V1_2(0x0000002D, "OpaqueManagedObjectStoreClientKMIPV1_2", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Opaque Managed Object Store Server KMIP v1.0; since 1.3, gone in 2.0. */
    OPAQUE_MANAGED_OBJECT_STORE_SERVER_KMIP_V1_0(0x0000002E, "OpaqueManagedObjectStoreServerKMIPV1_0", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Opaque Managed Object Store Server KMIP v1.1; since 1.3, gone in 2.0. */
    OPAQUE_MANAGED_OBJECT_STORE_SERVER_KMIP_V1_1(0x0000002F, "OpaqueManagedObjectStoreServerKMIPV1_1", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Opaque Managed Object Store Server KMIP v1.2; since 1.3, gone in 2.0. */
    OPAQUE_MANAGED_OBJECT_STORE_SERVER_KMIP_V1_2(0x00000030, "OpaqueManagedObjectStoreServerKMIPV1_2", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Suite B minLOS_128 Client KMIP v1.0; since 1.3, gone in 2.0. */
    SUITE_B_MIN_LOS_128_CLIENT_KMIP_V1_0(0x00000031, "SuiteBMinLOS_128ClientKMIPV1_0", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Suite B minLOS_128 Client KMIP v1.1; since 1.3, gone in 2.0. */
    SUITE_B_MIN_LOS_128_CLIENT_KMIP_V1_1(0x00000032, "SuiteBMinLOS_128ClientKMIPV1_1", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Suite B minLOS_128 Client KMIP v1.2; since 1.3, gone in 2.0. */
    SUITE_B_MIN_LOS_128_CLIENT_KMIP_V1_2(0x00000033, "SuiteBMinLOS_128ClientKMIPV1_2", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Suite B minLOS_128 Server KMIP v1.0; since 1.3, gone in 2.0. */
    SUITE_B_MIN_LOS_128_SERVER_KMIP_V1_0(0x00000034, "SuiteBMinLOS_128ServerKMIPV1_0", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Suite B minLOS_128 Server KMIP v1.1; since 1.3, gone in 2.0. */
    SUITE_B_MIN_LOS_128_SERVER_KMIP_V1_1(0x00000035, "SuiteBMinLOS_128ServerKMIPV1_1", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Suite B minLOS_128 Server KMIP v1.2; since 1.3, gone in 2.0. */
    SUITE_B_MIN_LOS_128_SERVER_KMIP_V1_2(0x00000036, "SuiteBMinLOS_128ServerKMIPV1_2", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Suite B minLOS_192 Client KMIP v1.0; since 1.3, gone in 2.0. */
    SUITE_B_MIN_LOS_192_CLIENT_KMIP_V1_0(0x00000037, "SuiteBMinLOS_192ClientKMIPV1_0", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Suite B minLOS_192 Client KMIP v1.1; since 1.3, gone in 2.0. */
    SUITE_B_MIN_LOS_192_CLIENT_KMIP_V1_1(0x00000038, "SuiteBMinLOS_192ClientKMIPV1_1", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Suite B minLOS_192 Client KMIP v1.2; since 1.3, gone in 2.0. */
    SUITE_B_MIN_LOS_192_CLIENT_KMIP_V1_2(0x00000039, "SuiteBMinLOS_192ClientKMIPV1_2", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Suite B minLOS_192 Server KMIP v1.0; since 1.3, gone in 2.0. */
    SUITE_B_MIN_LOS_192_SERVER_KMIP_V1_0(0x0000003A, "SuiteBMinLOS_192ServerKMIPV1_0", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Suite B minLOS_192 Server KMIP v1.1; since 1.3, gone in 2.0. */
    SUITE_B_MIN_LOS_192_SERVER_KMIP_V1_1(0x0000003B, "SuiteBMinLOS_192ServerKMIPV1_1", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Suite B minLOS_192 Server KMIP v1.2; since 1.3, gone in 2.0. */
    SUITE_B_MIN_LOS_192_SERVER_KMIP_V1_2(0x0000003C, "SuiteBMinLOS_192ServerKMIPV1_2", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Storage Array with Self Encrypting Drive Client KMIP v1.0; since 1.3, gone in 2.0. */
    STORAGE_ARRAY_WITH_SELF_ENCRYPTING_DRIVE_CLIENT_KMIP_V1_0(0x0000003D, "StorageArrayWithSelfEncryptingDriveClientKMIPV1_0", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Storage Array with Self Encrypting Drive Client KMIP v1.1; since 1.3, gone in 2.0. */
    STORAGE_ARRAY_WITH_SELF_ENCRYPTING_DRIVE_CLIENT_KMIP_V1_1(0x0000003E, "StorageArrayWithSelfEncryptingDriveClientKMIPV1_1", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Storage Array with Self Encrypting Drive Client KMIP v1.2; since 1.3, gone in 2.0. */
    STORAGE_ARRAY_WITH_SELF_ENCRYPTING_DRIVE_CLIENT_KMIP_V1_2(0x0000003F, "StorageArrayWithSelfEncryptingDriveClientKMIPV1_2", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Storage Array with Self Encrypting Drive Server KMIP v1.0; since 1.3, gone in 2.0. */
    STORAGE_ARRAY_WITH_SELF_ENCRYPTING_DRIVE_SERVER_KMIP_V1_0(0x00000040, "StorageArrayWithSelfEncryptingDriveServerKMIPV1_0", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Storage Array with Self Encrypting Drive Server KMIP v1.1; since 1.3, gone in 2.0. */
    STORAGE_ARRAY_WITH_SELF_ENCRYPTING_DRIVE_SERVER_KMIP_V1_1(0x00000041, "StorageArrayWithSelfEncryptingDriveServerKMIPV1_1", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Storage Array with Self Encrypting Drive Server KMIP v1.2; since 1.3, gone in 2.0. */
    STORAGE_ARRAY_WITH_SELF_ENCRYPTING_DRIVE_SERVER_KMIP_V1_2(0x00000042, "StorageArrayWithSelfEncryptingDriveServerKMIPV1_2", KmipVersion.V1_3, KmipVersion.V2_0),
    /** HTTPS Client KMIP v1.0; since 1.3, gone in 2.0. */
    HTTPS_CLIENT_KMIP_V1_0(0x00000043, "HTTPSClientKMIPV1_0", KmipVersion.V1_3, KmipVersion.V2_0),
    /** HTTPS Client KMIP v1.1; since 1.3, gone in 2.0. */
    HTTPS_CLIENT_KMIP_V1_1(0x00000044, "HTTPSClientKMIPV1_1", KmipVersion.V1_3, KmipVersion.V2_0),
    /** HTTPS Client KMIP v1.2; since 1.3, gone in 2.0. */
    HTTPS_CLIENT_KMIP_V1_2(0x00000045, "HTTPSClientKMIPV1_2", KmipVersion.V1_3, KmipVersion.V2_0),
    /** HTTPS Server KMIP v1.0; since 1.3, gone in 2.0. */
    HTTPS_SERVER_KMIP_V1_0(0x00000046, "HTTPSServerKMIPV1_0", KmipVersion.V1_3, KmipVersion.V2_0),
    /** HTTPS Server KMIP v1.1; since 1.3, gone in 2.0. */
    HTTPS_SERVER_KMIP_V1_1(0x00000047, "HTTPSServerKMIPV1_1", KmipVersion.V1_3, KmipVersion.V2_0),
    /** HTTPS Server KMIP v1.2; since 1.3, gone in 2.0. */
    HTTPS_SERVER_KMIP_V1_2(0x00000048, "HTTPSServerKMIPV1_2", KmipVersion.V1_3, KmipVersion.V2_0),
    /** JSON Client KMIP v1.0; since 1.3, gone in 2.0. */
    JSON_CLIENT_KMIP_V1_0(0x00000049, "JSONClientKMIPV1_0", KmipVersion.V1_3, KmipVersion.V2_0),
    /** JSON Client KMIP v1.1; since 1.3, gone in 2.0. */
    JSON_CLIENT_KMIP_V1_1(0x0000004A, "JSONClientKMIPV1_1", KmipVersion.V1_3, KmipVersion.V2_0),
    /** JSON Client KMIP v1.2; since 1.3, gone in 2.0. */
    JSON_CLIENT_KMIP_V1_2(0x0000004B, "JSONClientKMIPV1_2", KmipVersion.V1_3, KmipVersion.V2_0),
    /** JSON Server KMIP v1.0; since 1.3, gone in 2.0. */
    JSON_SERVER_KMIP_V1_0(0x0000004C, "JSONServerKMIPV1_0", KmipVersion.V1_3, KmipVersion.V2_0),
    /** JSON Server KMIP v1.1; since 1.3, gone in 2.0. */
    JSON_SERVER_KMIP_V1_1(0x0000004D, "JSONServerKMIPV1_1", KmipVersion.V1_3, KmipVersion.V2_0),
    /** JSON Server KMIP v1.2; since 1.3, gone in 2.0. */
    JSON_SERVER_KMIP_V1_2(0x0000004E, "JSONServerKMIPV1_2", KmipVersion.V1_3, KmipVersion.V2_0),
    /** XML Client KMIP v1.0; since 1.3, gone in 2.0. */
    XML_CLIENT_KMIP_V1_0(0x0000004F, "XMLClientKMIPV1_0", KmipVersion.V1_3, KmipVersion.V2_0),
    /** XML Client KMIP v1.1; since 1.3, gone in 2.0. */
    XML_CLIENT_KMIP_V1_1(0x00000050, "XMLClientKMIPV1_1", KmipVersion.V1_3, KmipVersion.V2_0),
    /** XML Client KMIP v1.2; since 1.3, gone in 2.0. */
    XML_CLIENT_KMIP_V1_2(0x00000051, "XMLClientKMIPV1_2", KmipVersion.V1_3, KmipVersion.V2_0),
    /** XML Server KMIP v1.0; since 1.3, gone in 2.0. */
    XML_SERVER_KMIP_V1_0(0x00000052, "XMLServerKMIPV1_0", KmipVersion.V1_3, KmipVersion.V2_0),
    /** XML Server KMIP v1.1; since 1.3, gone in 2.0. */
    XML_SERVER_KMIP_V1_1(0x00000053, "XMLServerKMIPV1_1", KmipVersion.V1_3, KmipVersion.V2_0),
    /** XML Server KMIP v1.2; since 1.3, gone in 2.0. */
    XML_SERVER_KMIP_V1_2(0x00000054, "XMLServerKMIPV1_2", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Baseline Server Basic KMIP v1.3; since 1.3, gone in 2.0. */
    BASELINE_SERVER_BASIC_KMIP_V1_3(0x00000055, "BaselineServerBasicKMIPV1_3", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Baseline Server TLS v1.2 KMIP v1.3; since 1.3, gone in 2.0. */
    BASELINE_SERVER_TLS_V1_2_KMIP_V1_3(0x00000056, "BaselineServerTLSV1_2KMIPV1_3", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Baseline Client Basic KMIP v1.3; since 1.3, gone in 2.0. */
    BASELINE_CLIENT_BASIC_KMIP_V1_3(0x00000057, "BaselineClientBasicKMIPV1_3", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Baseline Client TLS v1.2 KMIP v1.3; since 1.3, gone in 2.0. */
    BASELINE_CLIENT_TLS_V1_2_KMIP_V1_3(0x00000058, "BaselineClientTLSV1_2KMIPV1_3", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Complete Server Basic KMIP v1.3; since 1.3, gone in 2.0. */
    COMPLETE_SERVER_BASIC_KMIP_V1_3(0x00000059, "CompleteServerBasicKMIPV1_3", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Complete Server TLS v1.2 KMIP v1.3; since 1.3, gone in 2.0. */
    COMPLETE_SERVER_TLS_V1_2_KMIP_V1_3(0x0000005A, "CompleteServerTLSV1_2KMIPV1_3", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Tape Library Client KMIP v1.3; since 1.3, gone in 2.0. */
    TAPE_LIBRARY_CLIENT_KMIP_V1_3(0x0000005B, "TapeLibraryClientKMIPV1_3", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Tape Library Server KMIP v1.3; since 1.3, gone in 2.0. */
    TAPE_LIBRARY_SERVER_KMIP_V1_3(0x0000005C, "TapeLibraryServerKMIPV1_3", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Symmetric Key Lifecycle Client KMIP v1.3; since 1.3, gone in 2.0. */
    SYMMETRIC_KEY_LIFECYCLE_CLIENT_KMIP_V1_3(0x0000005D, "SymmetricKeyLifecycleClientKMIPV1_3", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Symmetric Key Lifecycle Server KMIP v1.3; since 1.3, gone in 2.0. */
    SYMMETRIC_KEY_LIFECYCLE_SERVER_KMIP_V1_3(0x0000005E, "SymmetricKeyLifecycleServerKMIPV1_3", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Asymmetric Key Lifecycle Client KMIP v1.3; since 1.3, gone in 2.0. */
    ASYMMETRIC_KEY_LIFECYCLE_CLIENT_KMIP_V1_3(0x0000005F, "AsymmetricKeyLifecycleClientKMIPV1_3", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Asymmetric Key Lifecycle Server KMIP v1.3; since 1.3, gone in 2.0. */
    ASYMMETRIC_KEY_LIFECYCLE_SERVER_KMIP_V1_3(0x00000060, "AsymmetricKeyLifecycleServerKMIPV1_3", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Basic Cryptographic Client KMIP v1.3; since 1.3, gone in 2.0. */
    BASIC_CRYPTOGRAPHIC_CLIENT_KMIP_V1_3(0x00000061, "BasicCryptographicClientKMIPV1_3", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Basic Cryptographic Server KMIP v1.3; since 1.3, gone in 2.0. */
    BASIC_CRYPTOGRAPHIC_SERVER_KMIP_V1_3(0x00000062, "BasicCryptographicServerKMIPV1_3", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Advanced Cryptographic Client KMIP v1.3; since 1.3, gone in 2.0. */
    ADVANCED_CRYPTOGRAPHIC_CLIENT_KMIP_V1_3(0x00000063, "AdvancedCryptographicClientKMIPV1_3", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Advanced Cryptographic Server KMIP v1.3; since 1.3, gone in 2.0. */
    ADVANCED_CRYPTOGRAPHIC_SERVER_KMIP_V1_3(0x00000064, "AdvancedCryptographicServerKMIPV1_3", KmipVersion.V1_3, KmipVersion.V2_0),
    /** RNG Cryptographic Client KMIP v1.3; since 1.3, gone in 2.0. */
    RNG_CRYPTOGRAPHIC_CLIENT_KMIP_V1_3(0x00000065, "RNGCryptographicClientKMIPV1_3", KmipVersion.V1_3, KmipVersion.V2_0),
    /** RNG Cryptographic Server KMIP v1.3; since 1.3, gone in 2.0. */
    RNG_CRYPTOGRAPHIC_SERVER_KMIP_V1_3(0x00000066, "RNGCryptographicServerKMIPV1_3", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Basic Symmetric Key Foundry Client KMIP v1.3; since 1.3, gone in 2.0. */
    BASIC_SYMMETRIC_KEY_FOUNDRY_CLIENT_KMIP_V1_3(0x00000067, "BasicSymmetricKeyFoundryClientKMIPV1_3", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Intermediate Symmetric Key Foundry Client KMIP v1.3; since 1.3, gone in 2.0. */
    INTERMEDIATE_SYMMETRIC_KEY_FOUNDRY_CLIENT_KMIP_V1_3(0x00000068, "IntermediateSymmetricKeyFoundryClientKMIPV1_3", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Advanced Symmetric Key Foundry Client KMIP v1.3; since 1.3, gone in 2.0. */
    ADVANCED_SYMMETRIC_KEY_FOUNDRY_CLIENT_KMIP_V1_3(0x00000069, "AdvancedSymmetricKeyFoundryClientKMIPV1_3", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Symmetric Key Foundry Server KMIP v1.3; since 1.3, gone in 2.0. */
    SYMMETRIC_KEY_FOUNDRY_SERVER_KMIP_V1_3(0x0000006A, "SymmetricKeyFoundryServerKMIPV1_3", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Opaque Managed Object Store Client KMIP v1.3; since 1.3, gone in 2.0. */
    OPAQUE_MANAGED_OBJECT_STORE_CLIENT_KMIP_V1_3(0x0000006B, "OpaqueManagedObjectStoreClientKMIPV1_3", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Opaque Managed Object Store Server KMIP v1.3; since 1.3, gone in 2.0. */
    OPAQUE_MANAGED_OBJECT_STORE_SERVER_KMIP_V1_3(0x0000006C, "OpaqueManagedObjectStoreServerKMIPV1_3", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Suite B minLOS_128 Client KMIP v1.3; since 1.3, gone in 2.0. */
    SUITE_B_MIN_LOS_128_CLIENT_KMIP_V1_3(0x0000006D, "SuiteBMinLOS_128ClientKMIPV1_3", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Suite B minLOS_128 Server KMIP v1.3; since 1.3, gone in 2.0. */
    SUITE_B_MIN_LOS_128_SERVER_KMIP_V1_3(0x0000006E, "SuiteBMinLOS_128ServerKMIPV1_3", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Suite B minLOS_192 Client KMIP v1.3; since 1.3, gone in 2.0. */
    SUITE_B_MIN_LOS_192_CLIENT_KMIP_V1_3(0x0000006F, "SuiteBMinLOS_192ClientKMIPV1_3", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Suite B minLOS_192 Server KMIP v1.3; since 1.3, gone in 2.0. */
    SUITE_B_MIN_LOS_192_SERVER_KMIP_V1_3(0x00000070, "SuiteBMinLOS_192ServerKMIPV1_3", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Storage Array with Self Encrypting Drive Client KMIP v1.3; since 1.3, gone in 2.0. */
    STORAGE_ARRAY_WITH_SELF_ENCRYPTING_DRIVE_CLIENT_KMIP_V1_3(0x00000071, "StorageArrayWithSelfEncryptingDriveClientKMIPV1_3", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Storage Array with Self Encrypting Drive Server KMIP v1.3; since 1.3, gone in 2.0. */
    STORAGE_ARRAY_WITH_SELF_ENCRYPTING_DRIVE_SERVER_KMIP_V1_3(0x00000072, "StorageArrayWithSelfEncryptingDriveServerKMIPV1_3", KmipVersion.V1_3, KmipVersion.V2_0),
    /** HTTPS Client KMIP v1.3; since 1.3, gone in 2.0. */
    HTTPS_CLIENT_KMIP_V1_3(0x00000073, "HTTPSClientKMIPV1_3", KmipVersion.V1_3, KmipVersion.V2_0),
    /** HTTPS Server KMIP v1.3; since 1.3, gone in 2.0. */
    HTTPS_SERVER_KMIP_V1_3(0x00000074, "HTTPSServerKMIPV1_3", KmipVersion.V1_3, KmipVersion.V2_0),
    /** JSON Client KMIP v1.3; since 1.3, gone in 2.0. */
    JSON_CLIENT_KMIP_V1_3(0x00000075, "JSONClientKMIPV1_3", KmipVersion.V1_3, KmipVersion.V2_0),
    /** JSON Server KMIP v1.3; since 1.3, gone in 2.0. */
    JSON_SERVER_KMIP_V1_3(0x00000076, "JSONServerKMIPV1_3", KmipVersion.V1_3, KmipVersion.V2_0),
    /** XML Client KMIP v1.3; since 1.3, gone in 2.0. */
    XML_CLIENT_KMIP_V1_3(0x00000077, "XMLClientKMIPV1_3", KmipVersion.V1_3, KmipVersion.V2_0),
    /** XML Server KMIP v1.3; since 1.3, gone in 2.0. */
    XML_SERVER_KMIP_V1_3(0x00000078, "XMLServerKMIPV1_3", KmipVersion.V1_3, KmipVersion.V2_0),
    /** Baseline Server Basic KMIP v1.4; since 1.4, gone in 2.0. */
    BASELINE_SERVER_BASIC_KMIP_V1_4(0x00000079, "BaselineServerBasicKMIPV1_4", KmipVersion.V1_4, KmipVersion.V2_0),
    /** Baseline Server TLS v1.2 KMIP v1.4; since 1.4, gone in 2.0. */
    BASELINE_SERVER_TLS_V1_2_KMIP_V1_4(0x0000007A, "BaselineServerTLSV1_2KMIPV1_4", KmipVersion.V1_4, KmipVersion.V2_0),
    /** Baseline Client Basic KMIP v1.4; since 1.4, gone in 2.0. */
    BASELINE_CLIENT_BASIC_KMIP_V1_4(0x0000007B, "BaselineClientBasicKMIPV1_4", KmipVersion.V1_4, KmipVersion.V2_0),
    /** Baseline Client TLS v1.2 KMIP v1.4; since 1.4, gone in 2.0. */
    BASELINE_CLIENT_TLS_V1_2_KMIP_V1_4(0x0000007C, "BaselineClientTLSV1_2KMIPV1_4", KmipVersion.V1_4, KmipVersion.V2_0),
    /** Complete Server Basic KMIP v1.4; since 1.4, gone in 2.0. */
    COMPLETE_SERVER_BASIC_KMIP_V1_4(0x0000007D, "CompleteServerBasicKMIPV1_4", KmipVersion.V1_4, KmipVersion.V2_0),
    /** Complete Server TLS v1.2 KMIP v1.4; since 1.4, gone in 2.0. */
    COMPLETE_SERVER_TLS_V1_2_KMIP_V1_4(0x0000007E, "CompleteServerTLSV1_2KMIPV1_4", KmipVersion.V1_4, KmipVersion.V2_0),
    /** Tape Library Client KMIP v1.4; since 1.4, gone in 2.0. */
    TAPE_LIBRARY_CLIENT_KMIP_V1_4(0x0000007F, "TapeLibraryClientKMIPV1_4", KmipVersion.V1_4, KmipVersion.V2_0),
    /** Tape Library Server KMIP v1.4; since 1.4, gone in 2.0. */
    TAPE_LIBRARY_SERVER_KMIP_V1_4(0x00000080, "TapeLibraryServerKMIPV1_4", KmipVersion.V1_4, KmipVersion.V2_0),
    /** Symmetric Key Lifecycle Client KMIP v1.4; since 1.4, gone in 2.0. */
    SYMMETRIC_KEY_LIFECYCLE_CLIENT_KMIP_V1_4(0x00000081, "SymmetricKeyLifecycleClientKMIPV1_4", KmipVersion.V1_4, KmipVersion.V2_0),
    /** Symmetric Key Lifecycle Server KMIP v1.4; since 1.4, gone in 2.0. */
    SYMMETRIC_KEY_LIFECYCLE_SERVER_KMIP_V1_4(0x00000082, "SymmetricKeyLifecycleServerKMIPV1_4", KmipVersion.V1_4, KmipVersion.V2_0),
    /** Asymmetric Key Lifecycle Client KMIP v1.4; since 1.4, gone in 2.0. */
    ASYMMETRIC_KEY_LIFECYCLE_CLIENT_KMIP_V1_4(0x00000083, "AsymmetricKeyLifecycleClientKMIPV1_4", KmipVersion.V1_4, KmipVersion.V2_0),
    /** Asymmetric Key Lifecycle Server KMIP v1.4; since 1.4, gone in 2.0. */
    ASYMMETRIC_KEY_LIFECYCLE_SERVER_KMIP_V1_4(0x00000084, "AsymmetricKeyLifecycleServerKMIPV1_4", KmipVersion.V1_4, KmipVersion.V2_0),
    /** Basic Cryptographic Client KMIP v1.4; since 1.4, gone in 2.0. */
    BASIC_CRYPTOGRAPHIC_CLIENT_KMIP_V1_4(0x00000085, "BasicCryptographicClientKMIPV1_4", KmipVersion.V1_4, KmipVersion.V2_0),
    /** Basic Cryptographic Server KMIP v1.4; since 1.4, gone in 2.0. */
    BASIC_CRYPTOGRAPHIC_SERVER_KMIP_V1_4(0x00000086, "BasicCryptographicServerKMIPV1_4", KmipVersion.V1_4, KmipVersion.V2_0),
    /** Advanced Cryptographic Client KMIP v1.4; since 1.4, gone in 2.0. */
    ADVANCED_CRYPTOGRAPHIC_CLIENT_KMIP_V1_4(0x00000087, "AdvancedCryptographicClientKMIPV1_4", KmipVersion.V1_4, KmipVersion.V2_0),
    /** Advanced Cryptographic Server KMIP v1.4; since 1.4, gone in 2.0. */
    ADVANCED_CRYPTOGRAPHIC_SERVER_KMIP_V1_4(0x00000088, "AdvancedCryptographicServerKMIPV1_4", KmipVersion.V1_4, KmipVersion.V2_0),
    /** RNG Cryptographic Client KMIP v1.4; since 1.4, gone in 2.0. */
    RNG_CRYPTOGRAPHIC_CLIENT_KMIP_V1_4(0x00000089, "RNGCryptographicClientKMIPV1_4", KmipVersion.V1_4, KmipVersion.V2_0),
    /** RNG Cryptographic Server KMIP v1.4; since 1.4, gone in 2.0. */
    RNG_CRYPTOGRAPHIC_SERVER_KMIP_V1_4(0x0000008A, "RNGCryptographicServerKMIPV1_4", KmipVersion.V1_4, KmipVersion.V2_0),
    /** Basic Symmetric Key Foundry Client KMIP v1.4; since 1.4, gone in 2.0. */
    BASIC_SYMMETRIC_KEY_FOUNDRY_CLIENT_KMIP_V1_4(0x0000008B, "BasicSymmetricKeyFoundryClientKMIPV1_4", KmipVersion.V1_4, KmipVersion.V2_0),
    /** Intermediate Symmetric Key Foundry Client KMIP v1.4; since 1.4, gone in 2.0. */
    INTERMEDIATE_SYMMETRIC_KEY_FOUNDRY_CLIENT_KMIP_V1_4(0x0000008C, "IntermediateSymmetricKeyFoundryClientKMIPV1_4", KmipVersion.V1_4, KmipVersion.V2_0),
    /** Advanced Symmetric Key Foundry Client KMIP v1.4; since 1.4, gone in 2.0. */
    ADVANCED_SYMMETRIC_KEY_FOUNDRY_CLIENT_KMIP_V1_4(0x0000008D, "AdvancedSymmetricKeyFoundryClientKMIPV1_4", KmipVersion.V1_4, KmipVersion.V2_0),
    /** Symmetric Key Foundry Server KMIP v1.4; since 1.4, gone in 2.0. */
    SYMMETRIC_KEY_FOUNDRY_SERVER_KMIP_V1_4(0x0000008E, "SymmetricKeyFoundryServerKMIPV1_4", KmipVersion.V1_4, KmipVersion.V2_0),
    /** Opaque Managed Object Store Client KMIP v1.4; since 1.4, gone in 2.0. */
    OPAQUE_MANAGED_OBJECT_STORE_CLIENT_KMIP_V1_4(0x0000008F, "OpaqueManagedObjectStoreClientKMIPV1_4", KmipVersion.V1_4, KmipVersion.V2_0),
    /** Opaque Managed Object Store Server KMIP v1.4; since 1.4, gone in 2.0. */
    OPAQUE_MANAGED_OBJECT_STORE_SERVER_KMIP_V1_4(0x00000090, "OpaqueManagedObjectStoreServerKMIPV1_4", KmipVersion.V1_4, KmipVersion.V2_0),
    /** Suite B minLOS_128 Client KMIP v1.4; since 1.4, gone in 2.0. */
    SUITE_B_MIN_LOS_128_CLIENT_KMIP_V1_4(0x00000091, "SuiteBMinLOS_128ClientKMIPV1_4", KmipVersion.V1_4, KmipVersion.V2_0),
    /** Suite B minLOS_128 Server KMIP v1.4; since 1.4, gone in 2.0. */
    SUITE_B_MIN_LOS_128_SERVER_KMIP_V1_4(0x00000092, "SuiteBMinLOS_128ServerKMIPV1_4", KmipVersion.V1_4, KmipVersion.V2_0),
    /** Suite B minLOS_192 Client KMIP v1.4; since 1.4, gone in 2.0. */
    SUITE_B_MIN_LOS_192_CLIENT_KMIP_V1_4(0x00000093, "SuiteBMinLOS_192ClientKMIPV1_4", KmipVersion.V1_4, KmipVersion.V2_0),
    /** Suite B minLOS_192 Server KMIP v1.4; since 1.4, gone in 2.0. */
    SUITE_B_MIN_LOS_192_SERVER_KMIP_V1_4(0x00000094, "SuiteBMinLOS_192ServerKMIPV1_4", KmipVersion.V1_4, KmipVersion.V2_0),
    /** Storage Array with Self Encrypting Drive Client KMIP v1.4; since 1.4, gone in 2.0. */
    STORAGE_ARRAY_WITH_SELF_ENCRYPTING_DRIVE_CLIENT_KMIP_V1_4(0x00000095, "StorageArrayWithSelfEncryptingDriveClientKMIPV1_4", KmipVersion.V1_4, KmipVersion.V2_0),
    /** Storage Array with Self Encrypting Drive Server KMIP v1.4; since 1.4, gone in 2.0. */
    STORAGE_ARRAY_WITH_SELF_ENCRYPTING_DRIVE_SERVER_KMIP_V1_4(0x00000096, "StorageArrayWithSelfEncryptingDriveServerKMIPV1_4", KmipVersion.V1_4, KmipVersion.V2_0),
    /** HTTPS Client KMIP v1.4; since 1.4, gone in 2.0. */
    HTTPS_CLIENT_KMIP_V1_4(0x00000097, "HTTPSClientKMIPV1_4", KmipVersion.V1_4, KmipVersion.V2_0),
    /** HTTPS Server KMIP v1.4; since 1.4, gone in 2.0. */
    HTTPS_SERVER_KMIP_V1_4(0x00000098, "HTTPSServerKMIPV1_4", KmipVersion.V1_4, KmipVersion.V2_0),
    /** JSON Client KMIP v1.4; since 1.4, gone in 2.0. */
    JSON_CLIENT_KMIP_V1_4(0x00000099, "JSONClientKMIPV1_4", KmipVersion.V1_4, KmipVersion.V2_0),
    /** JSON Server KMIP v1.4; since 1.4, gone in 2.0. */
    JSON_SERVER_KMIP_V1_4(0x0000009A, "JSONServerKMIPV1_4", KmipVersion.V1_4, KmipVersion.V2_0),
    /** XML Client KMIP v1.4; since 1.4, gone in 2.0. */
    XML_CLIENT_KMIP_V1_4(0x0000009B, "XMLClientKMIPV1_4", KmipVersion.V1_4, KmipVersion.V2_0),
    /** XML Server KMIP v1.4; since 1.4, gone in 2.0. */
    XML_SERVER_KMIP_V1_4(0x0000009C, "XMLServerKMIPV1_4", KmipVersion.V1_4, KmipVersion.V2_0),
    /** Complete Server Basic; since 2.0. */
    COMPLETE_SERVER_BASIC(0x00000104, "CompleteServerBasic", KmipVersion.V2_0, null),
    /** Complete Server TLS v1.2; since 2.0. */
    COMPLETE_SERVER_TLS_V1_2(0x00000105, "CompleteServerTLSV1_2", KmipVersion.V2_0, null),
    /** Tape Library Client; since 2.0. */
    TAPE_LIBRARY_CLIENT(0x00000106, "TapeLibraryClient", KmipVersion.V2_0, null),
    /** Tape Library Server; since 2.0. */
    TAPE_LIBRARY_SERVER(0x00000107, "TapeLibraryServer", KmipVersion.V2_0, null),
    /** Symmetric Key Lifecycle Client; since 2.0. */
    SYMMETRIC_KEY_LIFECYCLE_CLIENT(0x00000108, "SymmetricKeyLifecycleClient", KmipVersion.V2_0, null),
    /** Symmetric Key Lifecycle Server; since 2.0. */
    SYMMETRIC_KEY_LIFECYCLE_SERVER(0x00000109, "SymmetricKeyLifecycleServer", KmipVersion.V2_0, null),
    /** Asymmetric Key Lifecycle Client; since 2.0. */
    ASYMMETRIC_KEY_LIFECYCLE_CLIENT(0x0000010A, "AsymmetricKeyLifecycleClient", KmipVersion.V2_0, null),
    /** Asymmetric Key Lifecycle Server; since 2.0. */
    ASYMMETRIC_KEY_LIFECYCLE_SERVER(0x0000010B, "AsymmetricKeyLifecycleServer", KmipVersion.V2_0, null),
    /** Basic Cryptographic Client; since 2.0. */
    BASIC_CRYPTOGRAPHIC_CLIENT(0x0000010C, "BasicCryptographicClient", KmipVersion.V2_0, null),
    /** Basic Cryptographic Server; since 2.0. */
    BASIC_CRYPTOGRAPHIC_SERVER(0x0000010D, "BasicCryptographicServer", KmipVersion.V2_0, null),
    /** Advanced Cryptographic Client; since 2.0. */
    ADVANCED_CRYPTOGRAPHIC_CLIENT(0x0000010E, "AdvancedCryptographicClient", KmipVersion.V2_0, null),
    /** Advanced Cryptographic Server; since 2.0. */
    ADVANCED_CRYPTOGRAPHIC_SERVER(0x0000010F, "AdvancedCryptographicServer", KmipVersion.V2_0, null),
    /** RNG Cryptographic Client; since 2.0. */
    RNG_CRYPTOGRAPHIC_CLIENT(0x00000110, "RNGCryptographicClient", KmipVersion.V2_0, null),
    /** RNG Cryptographic Server; since 2.0. */
    RNG_CRYPTOGRAPHIC_SERVER(0x00000111, "RNGCryptographicServer", KmipVersion.V2_0, null),
    /** Basic Symmetric Key Foundry Client; since 2.0. */
    BASIC_SYMMETRIC_KEY_FOUNDRY_CLIENT(0x00000112, "BasicSymmetricKeyFoundryClient", KmipVersion.V2_0, null),
    /** Intermediate Symmetric Key Foundry Client; since 2.0. */
    INTERMEDIATE_SYMMETRIC_KEY_FOUNDRY_CLIENT(0x00000113, "IntermediateSymmetricKeyFoundryClient", KmipVersion.V2_0, null),
    /** Advanced Symmetric Key Foundry Client; since 2.0. */
    ADVANCED_SYMMETRIC_KEY_FOUNDRY_CLIENT(0x00000114, "AdvancedSymmetricKeyFoundryClient", KmipVersion.V2_0, null),
    /** Symmetric Key Foundry Server; since 2.0. */
    SYMMETRIC_KEY_FOUNDRY_SERVER(0x00000115, "SymmetricKeyFoundryServer", KmipVersion.V2_0, null),
    /** Opaque Managed Object Store Client; since 2.0. */
    OPAQUE_MANAGED_OBJECT_STORE_CLIENT(0x00000116, "OpaqueManagedObjectStoreClient", KmipVersion.V2_0, null),
    /** Opaque Managed Object Store Server; since 2.0. */
    OPAQUE_MANAGED_OBJECT_STORE_SERVER(0x00000117, "OpaqueManagedObjectStoreServer", KmipVersion.V2_0, null),
    /** Storage Array with Self Encrypting Drive Client; since 2.0. */
    STORAGE_ARRAY_WITH_SELF_ENCRYPTING_DRIVE_CLIENT(0x0000011C, "StorageArrayWithSelfEncryptingDriveClient", KmipVersion.V2_0, null),
    /** Storage Array with Self Encrypting Drive Server; since 2.0. */
    STORAGE_ARRAY_WITH_SELF_ENCRYPTING_DRIVE_SERVER(0x0000011D, "StorageArrayWithSelfEncryptingDriveServer", KmipVersion.V2_0, null),
    /** HTTPS Client; since 2.0. */
    HTTPS_CLIENT(0x0000011E, "HTTPSClient", KmipVersion.V2_0, null),
    /** HTTPS Server; since 2.0. */
    HTTPS_SERVER(0x0000011F, "HTTPSServer", KmipVersion.V2_0, null),
    /** JSON Client; since 2.0. */
    JSON_CLIENT(0x00000120, "JSONClient", KmipVersion.V2_0, null),
    /** JSON Server; since 2.0. */
    JSON_SERVER(0x00000121, "JSONServer", KmipVersion.V2_0, null),
    /** XML Client; since 2.0. */
    XML_CLIENT(0x00000122, "XMLClient", KmipVersion.V2_0, null),
    /** XML Server; since 2.0. */
    XML_SERVER(0x00000123, "XMLServer", KmipVersion.V2_0, null),
    /** AES XTS Client; since 2.0. */
    AESXTS_CLIENT(0x00000124, "AESXTSClient", KmipVersion.V2_0, null),
    /** AES XTS Server; since 2.0. */
    AESXTS_SERVER(0x00000125, "AESXTSServer", KmipVersion.V2_0, null),
    /** Quantum Safe Client; since 2.0. */
    QUANTUM_SAFE_CLIENT(0x00000126, "QuantumSafeClient", KmipVersion.V2_0, null),
    /** Quantum Safe Server; since 2.0. */
    QUANTUM_SAFE_SERVER(0x00000127, "QuantumSafeServer", KmipVersion.V2_0, null),
    /** PKCS#11 Client; since 2.0. */
    PKCS_11_CLIENT(0x00000128, "PKCS_11Client", KmipVersion.V2_0, null),
    /** PKCS#11 Server; since 2.0. */
    PKCS_11_SERVER(0x00000129, "PKCS_11Server", KmipVersion.V2_0, null),
    /** Baseline Client; since 2.0. */
    BASELINE_CLIENT(0x0000012A, "BaselineClient", KmipVersion.V2_0, null),
    /** Baseline Server; since 2.0. */
    BASELINE_SERVER(0x0000012B, "BaselineServer", KmipVersion.V2_0, null),
    /** Complete Server; since 2.0. */
    COMPLETE_SERVER(0x0000012C, "CompleteServer", KmipVersion.V2_0, null),
    ;

    private final int code;
    private final String xmlName;
    private final KmipVersion since;
    private final @Nullable KmipVersion until;

    ProfileName(int code, String xmlName, KmipVersion since, @Nullable KmipVersion until) {
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
    public static @Nullable ProfileName of(int code) {
        return switch (code) {
            case 0x00000001 -> BASELINE_SERVER_BASIC_KMIP_V1_2;
            case 0x00000002 -> BASELINE_SERVER_TLS_V1_2_KMIP_V1_2;
            case 0x00000003 -> BASELINE_CLIENT_BASIC_KMIP_V1_2;
            case 0x00000004 -> BASELINE_CLIENT_TLS_V1_2_KMIP_V1_2;
            case 0x00000005 -> COMPLETE_SERVER_BASIC_KMIP_V1_2;
            case 0x00000006 -> COMPLETE_SERVER_TLS_V1_2_KMIP_V1_2;
            case 0x00000007 -> TAPE_LIBRARY_CLIENT_KMIP_V1_0;
            case 0x00000008 -> TAPE_LIBRARY_CLIENT_KMIP_V1_1;
            case 0x00000009 -> TAPE_LIBRARY_CLIENT_KMIP_V1_2;
            case 0x0000000A -> TAPE_LIBRARY_SERVER_KMIP_V1_0;
            case 0x0000000B -> TAPE_LIBRARY_SERVER_KMIP_V1_1;
            case 0x0000000C -> TAPE_LIBRARY_SERVER_KMIP_V1_2;
            case 0x0000000D -> SYMMETRIC_KEY_LIFECYCLE_CLIENT_KMIP_V1_0;
            case 0x0000000E -> SYMMETRIC_KEY_LIFECYCLE_CLIENT_KMIP_V1_1;
            case 0x0000000F -> SYMMETRIC_KEY_LIFECYCLE_CLIENT_KMIP_V1_2;
            case 0x00000010 -> SYMMETRIC_KEY_LIFECYCLE_SERVER_KMIP_V1_0;
            case 0x00000011 -> SYMMETRIC_KEY_LIFECYCLE_SERVER_KMIP_V1_1;
            case 0x00000012 -> SYMMETRIC_KEY_LIFECYCLE_SERVER_KMIP_V1_2;
            case 0x00000013 -> ASYMMETRIC_KEY_LIFECYCLE_CLIENT_KMIP_V1_0;
            case 0x00000014 -> ASYMMETRIC_KEY_LIFECYCLE_CLIENT_KMIP_V1_1;
            case 0x00000015 -> ASYMMETRIC_KEY_LIFECYCLE_CLIENT_KMIP_V1_2;
            case 0x00000016 -> ASYMMETRIC_KEY_LIFECYCLE_SERVER_KMIP_V1_0;
            case 0x00000017 -> ASYMMETRIC_KEY_LIFECYCLE_SERVER_KMIP_V1_1;
            case 0x00000018 -> ASYMMETRIC_KEY_LIFECYCLE_SERVER_KMIP_V1_2;
            case 0x00000019 -> BASIC_CRYPTOGRAPHIC_CLIENT_KMIP_V1_2;
            case 0x0000001A -> BASIC_CRYPTOGRAPHIC_SERVER_KMIP_V1_2;
            case 0x0000001B -> ADVANCED_CRYPTOGRAPHIC_CLIENT_KMIP_V1_2;
            case 0x0000001C -> ADVANCED_CRYPTOGRAPHIC_SERVER_KMIP_V1_2;
            case 0x0000001D -> RNG_CRYPTOGRAPHIC_CLIENT_KMIP_V1_2;
            case 0x0000001E -> RNG_CRYPTOGRAPHIC_SERVER_KMIP_V1_2;
            case 0x0000001F -> BASIC_SYMMETRIC_KEY_FOUNDRY_CLIENT_KMIP_V1_0;
            case 0x00000020 -> INTERMEDIATE_SYMMETRIC_KEY_FOUNDRY_CLIENT_KMIP_V1_0;
            case 0x00000021 -> ADVANCED_SYMMETRIC_KEY_FOUNDRY_CLIENT_KMIP_V1_0;
            case 0x00000022 -> BASIC_SYMMETRIC_KEY_FOUNDRY_CLIENT_KMIP_V1_1;
            case 0x00000023 -> INTERMEDIATE_SYMMETRIC_KEY_FOUNDRY_CLIENT_KMIP_V1_1;
            case 0x00000024 -> ADVANCED_SYMMETRIC_KEY_FOUNDRY_CLIENT_KMIP_V1_1;
            case 0x00000025 -> BASIC_SYMMETRIC_KEY_FOUNDRY_CLIENT_KMIP_V1_2;
            case 0x00000026 -> INTERMEDIATE_SYMMETRIC_KEY_FOUNDRY_CLIENT_KMIP_V1_2;
            case 0x00000027 -> ADVANCED_SYMMETRIC_KEY_FOUNDRY_CLIENT_KMIP_V1_2;
            case 0x00000028 -> SYMMETRIC_KEY_FOUNDRY_SERVER_KMIP_V1_0;
            case 0x00000029 -> SYMMETRIC_KEY_FOUNDRY_SERVER_KMIP_V1_1;
            case 0x0000002A -> SYMMETRIC_KEY_FOUNDRY_SERVER_KMIP_V1_2;
            case 0x0000002B -> OPAQUE_MANAGED_OBJECT_STORE_CLIENT_KMIP_V1_0;
            case 0x0000002C -> OPAQUE_MANAGED_OBJECT_STORE_CLIENT_KMIP_V1_1;
            case 0x0000002D -> OPAQUE_MANAGED_OBJECT_STORE_CLIENT_KMIP_V1_2;
            case 0x0000002E -> OPAQUE_MANAGED_OBJECT_STORE_SERVER_KMIP_V1_0;
            case 0x0000002F -> OPAQUE_MANAGED_OBJECT_STORE_SERVER_KMIP_V1_1;
            case 0x00000030 -> OPAQUE_MANAGED_OBJECT_STORE_SERVER_KMIP_V1_2;
            case 0x00000031 -> SUITE_B_MIN_LOS_128_CLIENT_KMIP_V1_0;
            case 0x00000032 -> SUITE_B_MIN_LOS_128_CLIENT_KMIP_V1_1;
            case 0x00000033 -> SUITE_B_MIN_LOS_128_CLIENT_KMIP_V1_2;
            case 0x00000034 -> SUITE_B_MIN_LOS_128_SERVER_KMIP_V1_0;
            case 0x00000035 -> SUITE_B_MIN_LOS_128_SERVER_KMIP_V1_1;
            case 0x00000036 -> SUITE_B_MIN_LOS_128_SERVER_KMIP_V1_2;
            case 0x00000037 -> SUITE_B_MIN_LOS_192_CLIENT_KMIP_V1_0;
            case 0x00000038 -> SUITE_B_MIN_LOS_192_CLIENT_KMIP_V1_1;
            case 0x00000039 -> SUITE_B_MIN_LOS_192_CLIENT_KMIP_V1_2;
            case 0x0000003A -> SUITE_B_MIN_LOS_192_SERVER_KMIP_V1_0;
            case 0x0000003B -> SUITE_B_MIN_LOS_192_SERVER_KMIP_V1_1;
            case 0x0000003C -> SUITE_B_MIN_LOS_192_SERVER_KMIP_V1_2;
            case 0x0000003D -> STORAGE_ARRAY_WITH_SELF_ENCRYPTING_DRIVE_CLIENT_KMIP_V1_0;
            case 0x0000003E -> STORAGE_ARRAY_WITH_SELF_ENCRYPTING_DRIVE_CLIENT_KMIP_V1_1;
            case 0x0000003F -> STORAGE_ARRAY_WITH_SELF_ENCRYPTING_DRIVE_CLIENT_KMIP_V1_2;
            case 0x00000040 -> STORAGE_ARRAY_WITH_SELF_ENCRYPTING_DRIVE_SERVER_KMIP_V1_0;
            case 0x00000041 -> STORAGE_ARRAY_WITH_SELF_ENCRYPTING_DRIVE_SERVER_KMIP_V1_1;
            case 0x00000042 -> STORAGE_ARRAY_WITH_SELF_ENCRYPTING_DRIVE_SERVER_KMIP_V1_2;
            case 0x00000043 -> HTTPS_CLIENT_KMIP_V1_0;
            case 0x00000044 -> HTTPS_CLIENT_KMIP_V1_1;
            case 0x00000045 -> HTTPS_CLIENT_KMIP_V1_2;
            case 0x00000046 -> HTTPS_SERVER_KMIP_V1_0;
            case 0x00000047 -> HTTPS_SERVER_KMIP_V1_1;
            case 0x00000048 -> HTTPS_SERVER_KMIP_V1_2;
            case 0x00000049 -> JSON_CLIENT_KMIP_V1_0;
            case 0x0000004A -> JSON_CLIENT_KMIP_V1_1;
            case 0x0000004B -> JSON_CLIENT_KMIP_V1_2;
            case 0x0000004C -> JSON_SERVER_KMIP_V1_0;
            case 0x0000004D -> JSON_SERVER_KMIP_V1_1;
            case 0x0000004E -> JSON_SERVER_KMIP_V1_2;
            case 0x0000004F -> XML_CLIENT_KMIP_V1_0;
            case 0x00000050 -> XML_CLIENT_KMIP_V1_1;
            case 0x00000051 -> XML_CLIENT_KMIP_V1_2;
            case 0x00000052 -> XML_SERVER_KMIP_V1_0;
            case 0x00000053 -> XML_SERVER_KMIP_V1_1;
            case 0x00000054 -> XML_SERVER_KMIP_V1_2;
            case 0x00000055 -> BASELINE_SERVER_BASIC_KMIP_V1_3;
            case 0x00000056 -> BASELINE_SERVER_TLS_V1_2_KMIP_V1_3;
            case 0x00000057 -> BASELINE_CLIENT_BASIC_KMIP_V1_3;
            case 0x00000058 -> BASELINE_CLIENT_TLS_V1_2_KMIP_V1_3;
            case 0x00000059 -> COMPLETE_SERVER_BASIC_KMIP_V1_3;
            case 0x0000005A -> COMPLETE_SERVER_TLS_V1_2_KMIP_V1_3;
            case 0x0000005B -> TAPE_LIBRARY_CLIENT_KMIP_V1_3;
            case 0x0000005C -> TAPE_LIBRARY_SERVER_KMIP_V1_3;
            case 0x0000005D -> SYMMETRIC_KEY_LIFECYCLE_CLIENT_KMIP_V1_3;
            case 0x0000005E -> SYMMETRIC_KEY_LIFECYCLE_SERVER_KMIP_V1_3;
            case 0x0000005F -> ASYMMETRIC_KEY_LIFECYCLE_CLIENT_KMIP_V1_3;
            case 0x00000060 -> ASYMMETRIC_KEY_LIFECYCLE_SERVER_KMIP_V1_3;
            case 0x00000061 -> BASIC_CRYPTOGRAPHIC_CLIENT_KMIP_V1_3;
            case 0x00000062 -> BASIC_CRYPTOGRAPHIC_SERVER_KMIP_V1_3;
            case 0x00000063 -> ADVANCED_CRYPTOGRAPHIC_CLIENT_KMIP_V1_3;
            case 0x00000064 -> ADVANCED_CRYPTOGRAPHIC_SERVER_KMIP_V1_3;
            case 0x00000065 -> RNG_CRYPTOGRAPHIC_CLIENT_KMIP_V1_3;
            case 0x00000066 -> RNG_CRYPTOGRAPHIC_SERVER_KMIP_V1_3;
            case 0x00000067 -> BASIC_SYMMETRIC_KEY_FOUNDRY_CLIENT_KMIP_V1_3;
            case 0x00000068 -> INTERMEDIATE_SYMMETRIC_KEY_FOUNDRY_CLIENT_KMIP_V1_3;
            case 0x00000069 -> ADVANCED_SYMMETRIC_KEY_FOUNDRY_CLIENT_KMIP_V1_3;
            case 0x0000006A -> SYMMETRIC_KEY_FOUNDRY_SERVER_KMIP_V1_3;
            case 0x0000006B -> OPAQUE_MANAGED_OBJECT_STORE_CLIENT_KMIP_V1_3;
            case 0x0000006C -> OPAQUE_MANAGED_OBJECT_STORE_SERVER_KMIP_V1_3;
            case 0x0000006D -> SUITE_B_MIN_LOS_128_CLIENT_KMIP_V1_3;
            case 0x0000006E -> SUITE_B_MIN_LOS_128_SERVER_KMIP_V1_3;
            case 0x0000006F -> SUITE_B_MIN_LOS_192_CLIENT_KMIP_V1_3;
            case 0x00000070 -> SUITE_B_MIN_LOS_192_SERVER_KMIP_V1_3;
            case 0x00000071 -> STORAGE_ARRAY_WITH_SELF_ENCRYPTING_DRIVE_CLIENT_KMIP_V1_3;
            case 0x00000072 -> STORAGE_ARRAY_WITH_SELF_ENCRYPTING_DRIVE_SERVER_KMIP_V1_3;
            case 0x00000073 -> HTTPS_CLIENT_KMIP_V1_3;
            case 0x00000074 -> HTTPS_SERVER_KMIP_V1_3;
            case 0x00000075 -> JSON_CLIENT_KMIP_V1_3;
            case 0x00000076 -> JSON_SERVER_KMIP_V1_3;
            case 0x00000077 -> XML_CLIENT_KMIP_V1_3;
            case 0x00000078 -> XML_SERVER_KMIP_V1_3;
            case 0x00000079 -> BASELINE_SERVER_BASIC_KMIP_V1_4;
            case 0x0000007A -> BASELINE_SERVER_TLS_V1_2_KMIP_V1_4;
            case 0x0000007B -> BASELINE_CLIENT_BASIC_KMIP_V1_4;
            case 0x0000007C -> BASELINE_CLIENT_TLS_V1_2_KMIP_V1_4;
            case 0x0000007D -> COMPLETE_SERVER_BASIC_KMIP_V1_4;
            case 0x0000007E -> COMPLETE_SERVER_TLS_V1_2_KMIP_V1_4;
            case 0x0000007F -> TAPE_LIBRARY_CLIENT_KMIP_V1_4;
            case 0x00000080 -> TAPE_LIBRARY_SERVER_KMIP_V1_4;
            case 0x00000081 -> SYMMETRIC_KEY_LIFECYCLE_CLIENT_KMIP_V1_4;
            case 0x00000082 -> SYMMETRIC_KEY_LIFECYCLE_SERVER_KMIP_V1_4;
            case 0x00000083 -> ASYMMETRIC_KEY_LIFECYCLE_CLIENT_KMIP_V1_4;
            case 0x00000084 -> ASYMMETRIC_KEY_LIFECYCLE_SERVER_KMIP_V1_4;
            case 0x00000085 -> BASIC_CRYPTOGRAPHIC_CLIENT_KMIP_V1_4;
            case 0x00000086 -> BASIC_CRYPTOGRAPHIC_SERVER_KMIP_V1_4;
            case 0x00000087 -> ADVANCED_CRYPTOGRAPHIC_CLIENT_KMIP_V1_4;
            case 0x00000088 -> ADVANCED_CRYPTOGRAPHIC_SERVER_KMIP_V1_4;
            case 0x00000089 -> RNG_CRYPTOGRAPHIC_CLIENT_KMIP_V1_4;
            case 0x0000008A -> RNG_CRYPTOGRAPHIC_SERVER_KMIP_V1_4;
            case 0x0000008B -> BASIC_SYMMETRIC_KEY_FOUNDRY_CLIENT_KMIP_V1_4;
            case 0x0000008C -> INTERMEDIATE_SYMMETRIC_KEY_FOUNDRY_CLIENT_KMIP_V1_4;
            case 0x0000008D -> ADVANCED_SYMMETRIC_KEY_FOUNDRY_CLIENT_KMIP_V1_4;
            case 0x0000008E -> SYMMETRIC_KEY_FOUNDRY_SERVER_KMIP_V1_4;
            case 0x0000008F -> OPAQUE_MANAGED_OBJECT_STORE_CLIENT_KMIP_V1_4;
            case 0x00000090 -> OPAQUE_MANAGED_OBJECT_STORE_SERVER_KMIP_V1_4;
            case 0x00000091 -> SUITE_B_MIN_LOS_128_CLIENT_KMIP_V1_4;
            case 0x00000092 -> SUITE_B_MIN_LOS_128_SERVER_KMIP_V1_4;
            case 0x00000093 -> SUITE_B_MIN_LOS_192_CLIENT_KMIP_V1_4;
            case 0x00000094 -> SUITE_B_MIN_LOS_192_SERVER_KMIP_V1_4;
            case 0x00000095 -> STORAGE_ARRAY_WITH_SELF_ENCRYPTING_DRIVE_CLIENT_KMIP_V1_4;
            case 0x00000096 -> STORAGE_ARRAY_WITH_SELF_ENCRYPTING_DRIVE_SERVER_KMIP_V1_4;
            case 0x00000097 -> HTTPS_CLIENT_KMIP_V1_4;
            case 0x00000098 -> HTTPS_SERVER_KMIP_V1_4;
            case 0x00000099 -> JSON_CLIENT_KMIP_V1_4;
            case 0x0000009A -> JSON_SERVER_KMIP_V1_4;
            case 0x0000009B -> XML_CLIENT_KMIP_V1_4;
            case 0x0000009C -> XML_SERVER_KMIP_V1_4;
            case 0x00000104 -> COMPLETE_SERVER_BASIC;
            case 0x00000105 -> COMPLETE_SERVER_TLS_V1_2;
            case 0x00000106 -> TAPE_LIBRARY_CLIENT;
            case 0x00000107 -> TAPE_LIBRARY_SERVER;
            case 0x00000108 -> SYMMETRIC_KEY_LIFECYCLE_CLIENT;
            case 0x00000109 -> SYMMETRIC_KEY_LIFECYCLE_SERVER;
            case 0x0000010A -> ASYMMETRIC_KEY_LIFECYCLE_CLIENT;
            case 0x0000010B -> ASYMMETRIC_KEY_LIFECYCLE_SERVER;
            case 0x0000010C -> BASIC_CRYPTOGRAPHIC_CLIENT;
            case 0x0000010D -> BASIC_CRYPTOGRAPHIC_SERVER;
            case 0x0000010E -> ADVANCED_CRYPTOGRAPHIC_CLIENT;
            case 0x0000010F -> ADVANCED_CRYPTOGRAPHIC_SERVER;
            case 0x00000110 -> RNG_CRYPTOGRAPHIC_CLIENT;
            case 0x00000111 -> RNG_CRYPTOGRAPHIC_SERVER;
            case 0x00000112 -> BASIC_SYMMETRIC_KEY_FOUNDRY_CLIENT;
            case 0x00000113 -> INTERMEDIATE_SYMMETRIC_KEY_FOUNDRY_CLIENT;
            case 0x00000114 -> ADVANCED_SYMMETRIC_KEY_FOUNDRY_CLIENT;
            case 0x00000115 -> SYMMETRIC_KEY_FOUNDRY_SERVER;
            case 0x00000116 -> OPAQUE_MANAGED_OBJECT_STORE_CLIENT;
            case 0x00000117 -> OPAQUE_MANAGED_OBJECT_STORE_SERVER;
            case 0x0000011C -> STORAGE_ARRAY_WITH_SELF_ENCRYPTING_DRIVE_CLIENT;
            case 0x0000011D -> STORAGE_ARRAY_WITH_SELF_ENCRYPTING_DRIVE_SERVER;
            case 0x0000011E -> HTTPS_CLIENT;
            case 0x0000011F -> HTTPS_SERVER;
            case 0x00000120 -> JSON_CLIENT;
            case 0x00000121 -> JSON_SERVER;
            case 0x00000122 -> XML_CLIENT;
            case 0x00000123 -> XML_SERVER;
            case 0x00000124 -> AESXTS_CLIENT;
            case 0x00000125 -> AESXTS_SERVER;
            case 0x00000126 -> QUANTUM_SAFE_CLIENT;
            case 0x00000127 -> QUANTUM_SAFE_SERVER;
            case 0x00000128 -> PKCS_11_CLIENT;
            case 0x00000129 -> PKCS_11_SERVER;
            case 0x0000012A -> BASELINE_CLIENT;
            case 0x0000012B -> BASELINE_SERVER;
            case 0x0000012C -> COMPLETE_SERVER;
            default -> null;
        };
    }
}
