// Generated from kmip-spec; do not edit.
// @formatter:off
package io.sallyport.kmip.model;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** The enumeration Object Type of KMIP. */
@Generated("io.sallyport.kmip.model.ModelGenerator")
public enum ObjectType implements KmipEnumeration {
    /** Certificate; since 1.0. */
    CERTIFICATE(0x00000001, "Certificate", KmipVersion.V1_0, null),
    /** Symmetric Key; since 1.0. */
    SYMMETRIC_KEY(0x00000002, "SymmetricKey", KmipVersion.V1_0, null),
    /** Public Key; since 1.0. */
    PUBLIC_KEY(0x00000003, "PublicKey", KmipVersion.V1_0, null),
    /** Private Key; since 1.0. */
    PRIVATE_KEY(0x00000004, "PrivateKey", KmipVersion.V1_0, null),
    /** Split Key; since 1.0. */
    SPLIT_KEY(0x00000005, "SplitKey", KmipVersion.V1_0, null),
    /** Template; since 1.0, deprecated in 1.3, gone in 2.0. */
    TEMPLATE(0x00000006, "Template", KmipVersion.V1_0, KmipVersion.V2_0),
    /** Secret Data; since 1.0. */
    SECRET_DATA(0x00000007, "SecretData", KmipVersion.V1_0, null),
    /** Opaque Object; since 1.0. */
    OPAQUE_OBJECT(0x00000008, "OpaqueObject", KmipVersion.V1_0, null),
    /** PGP Key; since 1.2. */
    PGP_KEY(0x00000009, "PGPKey", KmipVersion.V1_2, null),
    /** Certificate Request; since 2.0. */
    CERTIFICATE_REQUEST(0x0000000A, "CertificateRequest", KmipVersion.V2_0, null),
    /** User; since 3.0. */
    USER(0x0000000B, "User", KmipVersion.V3_0, null),
    /** Group; since 3.0. */
    GROUP(0x0000000C, "Group", KmipVersion.V3_0, null),
    /** Password Credential; since 3.0. */
    PASSWORD_CREDENTIAL(0x0000000D, "PasswordCredential", KmipVersion.V3_0, null),
    /** Device Credential; since 3.0. */
    DEVICE_CREDENTIAL(0x0000000E, "DeviceCredential", KmipVersion.V3_0, null),
    /** One Time Password Credential; since 3.0. */
    ONE_TIME_PASSWORD_CREDENTIAL(0x0000000F, "OneTimePasswordCredential", KmipVersion.V3_0, null),
    /** Hashed Password Credential; since 3.0. */
    HASHED_PASSWORD_CREDENTIAL(0x00000010, "HashedPasswordCredential", KmipVersion.V3_0, null),
    ;

    private final int code;
    private final String xmlName;
    private final KmipVersion since;
    private final @Nullable KmipVersion until;

    ObjectType(int code, String xmlName, KmipVersion since, @Nullable KmipVersion until) {
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
    public static @Nullable ObjectType of(int code) {
        return switch (code) {
            case 0x00000001 -> CERTIFICATE;
            case 0x00000002 -> SYMMETRIC_KEY;
            case 0x00000003 -> PUBLIC_KEY;
            case 0x00000004 -> PRIVATE_KEY;
            case 0x00000005 -> SPLIT_KEY;
            case 0x00000006 -> TEMPLATE;
            case 0x00000007 -> SECRET_DATA;
            case 0x00000008 -> OPAQUE_OBJECT;
            case 0x00000009 -> PGP_KEY;
            case 0x0000000A -> CERTIFICATE_REQUEST;
            case 0x0000000B -> USER;
            case 0x0000000C -> GROUP;
            case 0x0000000D -> PASSWORD_CREDENTIAL;
            case 0x0000000E -> DEVICE_CREDENTIAL;
            case 0x0000000F -> ONE_TIME_PASSWORD_CREDENTIAL;
            case 0x00000010 -> HASHED_PASSWORD_CREDENTIAL;
            default -> null;
        };
    }
}
