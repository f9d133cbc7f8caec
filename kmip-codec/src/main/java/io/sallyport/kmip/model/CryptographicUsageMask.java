// Generated from kmip-spec; do not edit.
// @formatter:off
package io.sallyport.kmip.model;

import java.util.List;
import javax.annotation.processing.Generated;

/** The bits of the mask Cryptographic Usage Mask of KMIP. */
@Generated("io.sallyport.kmip.model.ModelGenerator")
public final class CryptographicUsageMask {
    /** Sign; since 1.0. */
    public static final int SIGN = 0x00000001;
    /** Verify; since 1.0. */
    public static final int VERIFY = 0x00000002;
    /** Encrypt; since 1.0. */
    public static final int ENCRYPT = 0x00000004;
    /** Decrypt; since 1.0. */
    public static final int DECRYPT = 0x00000008;
    /** Wrap Key; since 1.0. */
    public static final int WRAP_KEY = 0x00000010;
    /** Unwrap Key; since 1.0. */
    public static final int UNWRAP_KEY = 0x00000020;
    /** Export; since 1.0, gone in 2.0. */
    public static final int EXPORT = 0x00000040;
    /** MAC Generate; since 1.0. */
    public static final int MAC_GENERATE = 0x00000080;
    /** MAC Verify; since 1.0. */
    public static final int MAC_VERIFY = 0x00000100;
    /** Derive Key; since 1.0. */
    public static final int DERIVE_KEY = 0x00000200;
    /** Content Commitment (Non Repudiation); since 1.0, gone in 2.0. */
    public static final int CONTENT_COMMITMENT = 0x00000400;
    /** Key Agreement; since 1.0. */
    public static final int KEY_AGREEMENT = 0x00000800;
    /** Certificate Sign; since 1.0. */
    public static final int CERTIFICATE_SIGN = 0x00001000;
    /** CRL Sign; since 1.0. */
    public static final int CRL_SIGN = 0x00002000;
    /** Generate Cryptogram; since 1.0, gone in 2.0. */
    public static final int GENERATE_CRYPTOGRAM = 0x00004000;
    /** Validate Cryptogram; since 1.0, gone in 2.0. */
    public static final int VALIDATE_CRYPTOGRAM = 0x00008000;
    /** Translate Encrypt; since 1.0, gone in 2.0. */
    public static final int TRANSLATE_ENCRYPT = 0x00010000;
    /** Translate Decrypt; since 1.0, gone in 2.0. */
    public static final int TRANSLATE_DECRYPT = 0x00020000;
    /** Translate Wrap; since 1.0, gone in 2.0. */
    public static final int TRANSLATE_WRAP = 0x00040000;
    /** Translate Unwrap; since 1.0, gone in 2.0. */
    public static final int TRANSLATE_UNWRAP = 0x00080000;
    /** Authenticate; since 2.0. */
    public static final int AUTHENTICATE = 0x00100000;
    /** Unrestricted; since 2.0. */
    public static final int UNRESTRICTED = 0x00200000;
    /** FPE Encrypt; since 2.0. */
    public static final int FPE_ENCRYPT = 0x00400000;
    /** FPE Decrypt; since 2.0. */
    public static final int FPE_DECRYPT = 0x00800000;

    /** Names and versions of the bits. */
    public static final MaskBits BITS = new MaskBits(List.of(
        new MaskBits.Bit(SIGN, "Sign", KmipVersion.V1_0, null),
        new MaskBits.Bit(VERIFY, "Verify", KmipVersion.V1_0, null),
        new MaskBits.Bit(ENCRYPT, "Encrypt", KmipVersion.V1_0, null),
        new MaskBits.Bit(DECRYPT, "Decrypt", KmipVersion.V1_0, null),
        new MaskBits.Bit(WRAP_KEY, "WrapKey", KmipVersion.V1_0, null),
        new MaskBits.Bit(UNWRAP_KEY, "UnwrapKey", KmipVersion.V1_0, null),
        new MaskBits.Bit(EXPORT, "Export", KmipVersion.V1_0, KmipVersion.V2_0),
        new MaskBits.Bit(MAC_GENERATE, "MACGenerate", KmipVersion.V1_0, null),
        new MaskBits.Bit(MAC_VERIFY, "MACVerify", KmipVersion.V1_0, null),
        new MaskBits.Bit(DERIVE_KEY, "DeriveKey", KmipVersion.V1_0, null),
        new MaskBits.Bit(CONTENT_COMMITMENT, "ContentCommitment", KmipVersion.V1_0, KmipVersion.V2_0),
        new MaskBits.Bit(KEY_AGREEMENT, "KeyAgreement", KmipVersion.V1_0, null),
        new MaskBits.Bit(CERTIFICATE_SIGN, "CertificateSign", KmipVersion.V1_0, null),
        new MaskBits.Bit(CRL_SIGN, "CRLSign", KmipVersion.V1_0, null),
        new MaskBits.Bit(GENERATE_CRYPTOGRAM, "GenerateCryptogram", KmipVersion.V1_0, KmipVersion.V2_0),
        new MaskBits.Bit(VALIDATE_CRYPTOGRAM, "ValidateCryptogram", KmipVersion.V1_0, KmipVersion.V2_0),
        new MaskBits.Bit(TRANSLATE_ENCRYPT, "TranslateEncrypt", KmipVersion.V1_0, KmipVersion.V2_0),
        new MaskBits.Bit(TRANSLATE_DECRYPT, "TranslateDecrypt", KmipVersion.V1_0, KmipVersion.V2_0),
        new MaskBits.Bit(TRANSLATE_WRAP, "TranslateWrap", KmipVersion.V1_0, KmipVersion.V2_0),
        new MaskBits.Bit(TRANSLATE_UNWRAP, "TranslateUnwrap", KmipVersion.V1_0, KmipVersion.V2_0),
        new MaskBits.Bit(AUTHENTICATE, "Authenticate", KmipVersion.V2_0, null),
        new MaskBits.Bit(UNRESTRICTED, "Unrestricted", KmipVersion.V2_0, null),
        new MaskBits.Bit(FPE_ENCRYPT, "FPEEncrypt", KmipVersion.V2_0, null),
        new MaskBits.Bit(FPE_DECRYPT, "FPEDecrypt", KmipVersion.V2_0, null)));

    private CryptographicUsageMask() {
    }
}
