package io.sallyport.kmip.model;

import static io.sallyport.kmip.model.AttributeType.Rule.CLIENT_DELETES;
import static io.sallyport.kmip.model.AttributeType.Rule.CLIENT_MODIFIES;
import static io.sallyport.kmip.model.AttributeType.Rule.CLIENT_SETS;
import static io.sallyport.kmip.model.AttributeType.Rule.MULTIPLE;
import static io.sallyport.kmip.model.KmipVersion.V1_0;
import static io.sallyport.kmip.model.KmipVersion.V1_1;
import static io.sallyport.kmip.model.KmipVersion.V1_2;
import static io.sallyport.kmip.model.KmipVersion.V1_3;
import static io.sallyport.kmip.model.KmipVersion.V1_4;
import static io.sallyport.kmip.model.KmipVersion.V2_0;
import static io.sallyport.kmip.model.KmipVersion.V2_1;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.ttlv.TtlvType;

/**
 * The standard attributes of KMIP 1.0 to 2.1, with the rules that the attribute tables of the
 * specification give for them (1.4 section 3, 2.1 section 4).
 *
 * <p>Custom and vendor attributes are not here: see {@link AttributeName.Vendor}.
 */
public enum AttributeType {
    UNIQUE_IDENTIFIER(0x420094, "Unique Identifier", TtlvType.TEXT_STRING, V1_0),
    NAME(0x420053, "Name", TtlvType.STRUCTURE, V1_0, CLIENT_SETS, CLIENT_MODIFIES, CLIENT_DELETES,
            MULTIPLE),
    OBJECT_TYPE(0x420057, "Object Type", TtlvType.ENUMERATION, V1_0),
    CRYPTOGRAPHIC_ALGORITHM(0x420028, "Cryptographic Algorithm",
            TtlvType.ENUMERATION, V1_0, CLIENT_SETS),
    CRYPTOGRAPHIC_LENGTH(0x42002A, "Cryptographic Length", TtlvType.INTEGER, V1_0,
            CLIENT_SETS),
    CRYPTOGRAPHIC_PARAMETERS(0x42002B, "Cryptographic Parameters",
            TtlvType.STRUCTURE, V1_0, CLIENT_SETS, CLIENT_MODIFIES, CLIENT_DELETES, MULTIPLE),
    CRYPTOGRAPHIC_DOMAIN_PARAMETERS(0x420029,
            "Cryptographic Domain Parameters", TtlvType.STRUCTURE, V1_0, CLIENT_SETS),
    CERTIFICATE_TYPE(0x42001D, "Certificate Type", TtlvType.ENUMERATION, V1_0),
    CERTIFICATE_LENGTH(0x4200AD, "Certificate Length", TtlvType.INTEGER, V1_1),
    X_509_CERTIFICATE_IDENTIFIER(0x4200B5, "X.509 Certificate Identifier",
            TtlvType.STRUCTURE, V1_1),
    X_509_CERTIFICATE_SUBJECT(0x4200B7, "X.509 Certificate Subject",
            TtlvType.STRUCTURE, V1_1),
    X_509_CERTIFICATE_ISSUER(0x4200B6, "X.509 Certificate Issuer",
            TtlvType.STRUCTURE, V1_1),
    CERTIFICATE_IDENTIFIER(0x420014, "Certificate Identifier",
            TtlvType.STRUCTURE, V1_0, V2_0),
    CERTIFICATE_SUBJECT(0x42001A, "Certificate Subject", TtlvType.STRUCTURE, V1_0,
            V2_0),
    CERTIFICATE_ISSUER(0x420015, "Certificate Issuer", TtlvType.STRUCTURE, V1_0,
            V2_0),
    DIGITAL_SIGNATURE_ALGORITHM(0x4200AE, "Digital Signature Algorithm",
            TtlvType.ENUMERATION, V1_1, MULTIPLE),
    DIGEST(0x420034, "Digest", TtlvType.STRUCTURE, V1_0, MULTIPLE),
    OPERATION_POLICY_NAME(0x42005D, "Operation Policy Name",
            TtlvType.TEXT_STRING, V1_0, V2_0, CLIENT_SETS),
    CRYPTOGRAPHIC_USAGE_MASK(0x42002C, "Cryptographic Usage Mask",
            TtlvType.INTEGER, V1_0, CLIENT_SETS),
    LEASE_TIME(0x420049, "Lease Time", TtlvType.INTERVAL, V1_0),
    USAGE_LIMITS(0x420095, "Usage Limits", TtlvType.STRUCTURE, V1_0, CLIENT_SETS,
            CLIENT_MODIFIES, CLIENT_DELETES),
    STATE(0x42008D, "State", TtlvType.ENUMERATION, V1_0),
    INITIAL_DATE(0x420039, "Initial Date", TtlvType.DATE_TIME, V1_0),
    ACTIVATION_DATE(0x420001, "Activation Date", TtlvType.DATE_TIME, V1_0, CLIENT_SETS,
            CLIENT_MODIFIES),
    PROCESS_START_DATE(0x420067, "Process Start Date", TtlvType.DATE_TIME, V1_0,
            CLIENT_SETS, CLIENT_MODIFIES),
    PROTECT_STOP_DATE(0x420068, "Protect Stop Date", TtlvType.DATE_TIME, V1_0,
            CLIENT_SETS, CLIENT_MODIFIES),
    DEACTIVATION_DATE(0x42002F, "Deactivation Date", TtlvType.DATE_TIME, V1_0,
            CLIENT_SETS, CLIENT_MODIFIES),
    DESTROY_DATE(0x420033, "Destroy Date", TtlvType.DATE_TIME, V1_0),
    COMPROMISE_OCCURRENCE_DATE(0x420021, "Compromise Occurrence Date",
            TtlvType.DATE_TIME, V1_0),
    COMPROMISE_DATE(0x420020, "Compromise Date", TtlvType.DATE_TIME, V1_0),
    REVOCATION_REASON(0x420081, "Revocation Reason", TtlvType.STRUCTURE, V1_0),
    ARCHIVE_DATE(0x420005, "Archive Date", TtlvType.DATE_TIME, V1_0),
    OBJECT_GROUP(0x420056, "Object Group", TtlvType.TEXT_STRING, V1_0, CLIENT_SETS,
            CLIENT_MODIFIES, CLIENT_DELETES, MULTIPLE),
    FRESH(0x4200A8, "Fresh", TtlvType.BOOLEAN, V1_1, CLIENT_SETS),
    LINK(0x42004A, "Link", TtlvType.STRUCTURE, V1_0, CLIENT_SETS, CLIENT_MODIFIES, CLIENT_DELETES,
            MULTIPLE),
    APPLICATION_SPECIFIC_INFORMATION(0x420004,
            "Application Specific Information", TtlvType.STRUCTURE, V1_0, CLIENT_SETS,
            CLIENT_MODIFIES, CLIENT_DELETES, MULTIPLE),
    CONTACT_INFORMATION(0x420022, "Contact Information", TtlvType.TEXT_STRING, V1_0,
            CLIENT_SETS, CLIENT_MODIFIES, CLIENT_DELETES),
    LAST_CHANGE_DATE(0x420048, "Last Change Date", TtlvType.DATE_TIME, V1_0),
    ALTERNATIVE_NAME(0x4200BF, "Alternative Name", TtlvType.STRUCTURE, V1_2,
            CLIENT_SETS, CLIENT_MODIFIES, CLIENT_DELETES, MULTIPLE),
    KEY_VALUE_PRESENT(0x4200BB, "Key Value Present", TtlvType.BOOLEAN, V1_2),
    KEY_VALUE_LOCATION(0x4200B8, "Key Value Location", TtlvType.STRUCTURE, V1_2,
            CLIENT_SETS, CLIENT_MODIFIES, CLIENT_DELETES, MULTIPLE),
    ORIGINAL_CREATION_DATE(0x4200BC, "Original Creation Date",
            TtlvType.DATE_TIME, V1_2, CLIENT_SETS),
    RANDOM_NUMBER_GENERATOR(0x4200DE, "Random Number Generator",
            TtlvType.STRUCTURE, V1_3, CLIENT_SETS),
    PKCS_12_FRIENDLY_NAME(0x4200FB, "PKCS#12 Friendly Name",
            TtlvType.TEXT_STRING, V1_4, CLIENT_SETS, CLIENT_MODIFIES, CLIENT_DELETES),
    DESCRIPTION(0x4200FC, "Description", TtlvType.TEXT_STRING, V1_4, CLIENT_SETS,
            CLIENT_MODIFIES, CLIENT_DELETES),
    COMMENT(0x4200FD, "Comment", TtlvType.TEXT_STRING, V1_4, CLIENT_SETS, CLIENT_MODIFIES,
            CLIENT_DELETES),
    SENSITIVE(0x420120, "Sensitive", TtlvType.BOOLEAN, V1_4, CLIENT_SETS, CLIENT_MODIFIES),
    ALWAYS_SENSITIVE(0x420121, "Always Sensitive", TtlvType.BOOLEAN, V1_4),
    EXTRACTABLE(0x420122, "Extractable", TtlvType.BOOLEAN, V1_4, CLIENT_SETS,
            CLIENT_MODIFIES),
    NEVER_EXTRACTABLE(0x420123, "Never Extractable", TtlvType.BOOLEAN, V1_4),
    CERTIFICATE_SUBJECT_CN(0x420108, "Certificate Subject CN",
            TtlvType.TEXT_STRING, V2_0),
    CERTIFICATE_SUBJECT_O(0x420109, "Certificate Subject O",
            TtlvType.TEXT_STRING, V2_0),
    CERTIFICATE_SUBJECT_OU(0x42010A, "Certificate Subject OU",
            TtlvType.TEXT_STRING, V2_0, MULTIPLE),
    CERTIFICATE_SUBJECT_EMAIL(0x42010B, "Certificate Subject Email",
            TtlvType.TEXT_STRING, V2_0),
    CERTIFICATE_SUBJECT_C(0x42010C, "Certificate Subject C",
            TtlvType.TEXT_STRING, V2_0),
    CERTIFICATE_SUBJECT_ST(0x42010D, "Certificate Subject ST",
            TtlvType.TEXT_STRING, V2_0),
    CERTIFICATE_SUBJECT_L(0x42010E, "Certificate Subject L",
            TtlvType.TEXT_STRING, V2_0),
    CERTIFICATE_SUBJECT_UID(0x42010F, "Certificate Subject UID",
            TtlvType.TEXT_STRING, V2_0),
    CERTIFICATE_SUBJECT_SERIAL_NUMBER(0x420110,
            "Certificate Subject Serial Number", TtlvType.TEXT_STRING, V2_0),
    CERTIFICATE_SUBJECT_TITLE(0x420111, "Certificate Subject Title",
            TtlvType.TEXT_STRING, V2_0),
    CERTIFICATE_SUBJECT_DC(0x420112, "Certificate Subject DC",
            TtlvType.TEXT_STRING, V2_0, MULTIPLE),
    CERTIFICATE_SUBJECT_DN_QUALIFIER(0x420113,
            "Certificate Subject DN Qualifier", TtlvType.TEXT_STRING, V2_0),
    CERTIFICATE_ISSUER_CN(0x420114, "Certificate Issuer CN",
            TtlvType.TEXT_STRING, V2_0),
    CERTIFICATE_ISSUER_O(0x420115, "Certificate Issuer O", TtlvType.TEXT_STRING,
            V2_0),
    CERTIFICATE_ISSUER_OU(0x420116, "Certificate Issuer OU",
            TtlvType.TEXT_STRING, V2_0, MULTIPLE),
    CERTIFICATE_ISSUER_EMAIL(0x420117, "Certificate Issuer Email",
            TtlvType.TEXT_STRING, V2_0),
    CERTIFICATE_ISSUER_C(0x420118, "Certificate Issuer C", TtlvType.TEXT_STRING,
            V2_0),
    CERTIFICATE_ISSUER_ST(0x420119, "Certificate Issuer ST",
            TtlvType.TEXT_STRING, V2_0),
    CERTIFICATE_ISSUER_L(0x42011A, "Certificate Issuer L", TtlvType.TEXT_STRING,
            V2_0),
    CERTIFICATE_ISSUER_UID(0x42011B, "Certificate Issuer UID",
            TtlvType.TEXT_STRING, V2_0),
    CERTIFICATE_ISSUER_SERIAL_NUMBER(0x42011C,
            "Certificate Issuer Serial Number", TtlvType.TEXT_STRING, V2_0),
    CERTIFICATE_ISSUER_TITLE(0x42011D, "Certificate Issuer Title",
            TtlvType.TEXT_STRING, V2_0),
    CERTIFICATE_ISSUER_DC(0x42011E, "Certificate Issuer DC",
            TtlvType.TEXT_STRING, V2_0, MULTIPLE),
    CERTIFICATE_ISSUER_DN_QUALIFIER(0x42011F,
            "Certificate Issuer DN Qualifier", TtlvType.TEXT_STRING, V2_0),
    KEY_FORMAT_TYPE(0x420042, "Key Format Type", TtlvType.ENUMERATION, V2_0,
            CLIENT_SETS),
    NIST_KEY_TYPE(0x42013A, "NIST Key Type", TtlvType.ENUMERATION, V2_0, CLIENT_SETS,
            CLIENT_MODIFIES, CLIENT_DELETES),
    OBJECT_GROUP_MEMBER(0x4200AC, "Object Group Member", TtlvType.ENUMERATION,
            V2_0, CLIENT_SETS),
    OPAQUE_DATA_TYPE(0x420059, "Opaque Data Type", TtlvType.ENUMERATION, V2_0,
            CLIENT_SETS),
    PROTECTION_LEVEL(0x420145, "Protection Level", TtlvType.ENUMERATION, V2_0,
            CLIENT_SETS, CLIENT_MODIFIES, CLIENT_DELETES),
    PROTECTION_PERIOD(0x420146, "Protection Period", TtlvType.INTERVAL, V2_0,
            CLIENT_SETS, CLIENT_MODIFIES, CLIENT_DELETES),
    PROTECTION_STORAGE_MASK(0x42015E, "Protection Storage Mask",
            TtlvType.INTEGER, V2_0, CLIENT_SETS),
    QUANTUM_SAFE(0x420147, "Quantum Safe", TtlvType.BOOLEAN, V2_0, CLIENT_SETS,
            CLIENT_MODIFIES, CLIENT_DELETES),
    SHORT_UNIQUE_IDENTIFIER(0x420136, "Short Unique Identifier",
            TtlvType.BYTE_STRING, V2_0),
    ROTATE_AUTOMATIC(0x42016B, "Rotate Automatic", TtlvType.BOOLEAN, V2_1,
            CLIENT_SETS, CLIENT_MODIFIES, CLIENT_DELETES),
    ROTATE_DATE(0x42016D, "Rotate Date", TtlvType.DATE_TIME, V2_1),
    ROTATE_GENERATION(0x42016E, "Rotate Generation", TtlvType.INTEGER, V2_1),
    ROTATE_INTERVAL(0x42016A, "Rotate Interval", TtlvType.INTERVAL, V2_1, CLIENT_SETS,
            CLIENT_MODIFIES, CLIENT_DELETES),
    ROTATE_LATEST(0x420172, "Rotate Latest", TtlvType.BOOLEAN, V2_1),
    ROTATE_NAME(0x42016F, "Rotate Name", TtlvType.STRUCTURE, V2_1, CLIENT_SETS,
            CLIENT_MODIFIES, CLIENT_DELETES),
    ROTATE_OFFSET(0x42016C, "Rotate Offset", TtlvType.INTERVAL, V2_1, CLIENT_SETS,
            CLIENT_MODIFIES, CLIENT_DELETES);

    /** What the attribute tables of the specification say about an attribute. */
    public enum Rule {
        /** A client may give it when it creates or registers an object. */
        CLIENT_SETS(1),
        /** A client may change it later; some only in some states. */
        CLIENT_MODIFIES(2),
        /** A client may delete it. */
        CLIENT_DELETES(4),
        /** An object may have several of it, told apart by the Attribute Index in 1.x. */
        MULTIPLE(8);

        private final int bit;

        Rule(int bit) {
            this.bit = bit;
        }
    }

    private static final Map<Integer, AttributeType> BY_TAG = new HashMap<>();
    private static final Map<String, AttributeType> BY_NAME = new HashMap<>();

    static {
        for (AttributeType type : values()) {
            BY_TAG.put(type.tag, type);
            BY_NAME.put(type.text, type);
        }
    }

    private final int tag;
    private final String text;
    private final TtlvType itemType;
    private final KmipVersion since;
    private final @Nullable KmipVersion until;
    private final int ruleBits;

    AttributeType(int tag, String text, TtlvType itemType, KmipVersion since, Rule... rules) {
        this(tag, text, itemType, since, null, rules);
    }

    AttributeType(int tag, String text, TtlvType itemType, KmipVersion since,
            @Nullable KmipVersion until, Rule... rules) {
        this.tag = tag;
        this.text = text;
        this.itemType = itemType;
        this.since = since;
        this.until = until;
        int bits = 0;
        for (Rule rule : rules) {
            bits |= rule.bit;
        }
        this.ruleBits = bits;
    }

    /** The tag of its value in the 2.x form. */
    public int tag() {
        return tag;
    }

    /** Its name as 1.x spells it; case matters. */
    public String text() {
        return text;
    }

    /** The item type of its value. */
    public TtlvType itemType() {
        return itemType;
    }

    /** First version that has it. */
    public KmipVersion since() {
        return since;
    }

    /** First version that has it no more, or null. */
    public @Nullable KmipVersion until() {
        return until;
    }

    /** Whether a message of this version may carry it. */
    public boolean definedIn(KmipVersion version) {
        return version.atLeast(since) && (until == null || !version.atLeast(until));
    }

    /** Whether an object may have several of it. */
    public boolean multiple() {
        return (ruleBits & MULTIPLE.bit) != 0;
    }

    /** Whether a client may give it at creation or registration. */
    public boolean clientSets() {
        return (ruleBits & CLIENT_SETS.bit) != 0;
    }

    /** Whether a client may change it, in some state at least. */
    public boolean clientModifies() {
        return (ruleBits & CLIENT_MODIFIES.bit) != 0;
    }

    /** Whether a client may delete it. */
    public boolean clientDeletes() {
        return (ruleBits & CLIENT_DELETES.bit) != 0;
    }

    /** The attribute with this tag, or null. */
    public static @Nullable AttributeType ofTag(int tag) {
        return BY_TAG.get(tag);
    }

    /** The attribute with this 1.x name, or null. */
    public static @Nullable AttributeType ofText(String text) {
        return BY_NAME.get(text);
    }
}
