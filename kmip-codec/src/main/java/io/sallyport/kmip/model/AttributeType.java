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
import static io.sallyport.kmip.model.KmipVersion.V3_0;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.ttlv.TtlvType;

/**
 * The standard attributes of KMIP 1.0 to 3.0, with the rules that the attribute tables of the
 * specification give for them (1.4 section 3, 2.1 section 4).
 *
 * <p>Custom and vendor attributes are not here: see {@link AttributeName.Vendor}.
 */
public enum AttributeType {
    UNIQUE_IDENTIFIER(Tag.UNIQUE_IDENTIFIER, "Unique Identifier", TtlvType.TEXT_STRING, V1_0),
    NAME(Tag.NAME, "Name", TtlvType.STRUCTURE, V1_0, CLIENT_SETS, CLIENT_MODIFIES, CLIENT_DELETES,
            MULTIPLE),
    OBJECT_TYPE(Tag.OBJECT_TYPE, "Object Type", TtlvType.ENUMERATION, V1_0),
    CRYPTOGRAPHIC_ALGORITHM(Tag.CRYPTOGRAPHIC_ALGORITHM, "Cryptographic Algorithm",
            TtlvType.ENUMERATION, V1_0, CLIENT_SETS),
    CRYPTOGRAPHIC_LENGTH(Tag.CRYPTOGRAPHIC_LENGTH, "Cryptographic Length", TtlvType.INTEGER, V1_0,
            CLIENT_SETS),
    CRYPTOGRAPHIC_PARAMETERS(Tag.CRYPTOGRAPHIC_PARAMETERS, "Cryptographic Parameters",
            TtlvType.STRUCTURE, V1_0, CLIENT_SETS, CLIENT_MODIFIES, CLIENT_DELETES, MULTIPLE),
    CRYPTOGRAPHIC_DOMAIN_PARAMETERS(Tag.CRYPTOGRAPHIC_DOMAIN_PARAMETERS,
            "Cryptographic Domain Parameters", TtlvType.STRUCTURE, V1_0, CLIENT_SETS),
    CERTIFICATE_TYPE(Tag.CERTIFICATE_TYPE, "Certificate Type", TtlvType.ENUMERATION, V1_0),
    CERTIFICATE_LENGTH(Tag.CERTIFICATE_LENGTH, "Certificate Length", TtlvType.INTEGER, V1_1),
    X_509_CERTIFICATE_IDENTIFIER(Tag.X_509_CERTIFICATE_IDENTIFIER, "X.509 Certificate Identifier",
            TtlvType.STRUCTURE, V1_1),
    X_509_CERTIFICATE_SUBJECT(Tag.X_509_CERTIFICATE_SUBJECT, "X.509 Certificate Subject",
            TtlvType.STRUCTURE, V1_1),
    X_509_CERTIFICATE_ISSUER(Tag.X_509_CERTIFICATE_ISSUER, "X.509 Certificate Issuer",
            TtlvType.STRUCTURE, V1_1),
    CERTIFICATE_IDENTIFIER(Tag.CERTIFICATE_IDENTIFIER, "Certificate Identifier",
            TtlvType.STRUCTURE, V1_0, V2_0),
    CERTIFICATE_SUBJECT(Tag.CERTIFICATE_SUBJECT, "Certificate Subject", TtlvType.STRUCTURE, V1_0,
            V2_0),
    CERTIFICATE_ISSUER(Tag.CERTIFICATE_ISSUER, "Certificate Issuer", TtlvType.STRUCTURE, V1_0,
            V2_0),
    DIGITAL_SIGNATURE_ALGORITHM(Tag.DIGITAL_SIGNATURE_ALGORITHM, "Digital Signature Algorithm",
            TtlvType.ENUMERATION, V1_1, MULTIPLE),
    DIGEST(Tag.DIGEST, "Digest", TtlvType.STRUCTURE, V1_0, MULTIPLE),
    OPERATION_POLICY_NAME(Tag.OPERATION_POLICY_NAME, "Operation Policy Name",
            TtlvType.TEXT_STRING, V1_0, V2_0, CLIENT_SETS),
    CRYPTOGRAPHIC_USAGE_MASK(Tag.CRYPTOGRAPHIC_USAGE_MASK, "Cryptographic Usage Mask",
            TtlvType.INTEGER, V1_0, CLIENT_SETS),
    LEASE_TIME(Tag.LEASE_TIME, "Lease Time", TtlvType.INTERVAL, V1_0),
    USAGE_LIMITS(Tag.USAGE_LIMITS, "Usage Limits", TtlvType.STRUCTURE, V1_0, CLIENT_SETS,
            CLIENT_MODIFIES, CLIENT_DELETES),
    STATE(Tag.STATE, "State", TtlvType.ENUMERATION, V1_0),
    INITIAL_DATE(Tag.INITIAL_DATE, "Initial Date", TtlvType.DATE_TIME, V1_0),
    ACTIVATION_DATE(Tag.ACTIVATION_DATE, "Activation Date", TtlvType.DATE_TIME, V1_0, CLIENT_SETS,
            CLIENT_MODIFIES),
    PROCESS_START_DATE(Tag.PROCESS_START_DATE, "Process Start Date", TtlvType.DATE_TIME, V1_0,
            CLIENT_SETS, CLIENT_MODIFIES),
    PROTECT_STOP_DATE(Tag.PROTECT_STOP_DATE, "Protect Stop Date", TtlvType.DATE_TIME, V1_0,
            CLIENT_SETS, CLIENT_MODIFIES),
    DEACTIVATION_DATE(Tag.DEACTIVATION_DATE, "Deactivation Date", TtlvType.DATE_TIME, V1_0,
            CLIENT_SETS, CLIENT_MODIFIES),
    DESTROY_DATE(Tag.DESTROY_DATE, "Destroy Date", TtlvType.DATE_TIME, V1_0),
    COMPROMISE_OCCURRENCE_DATE(Tag.COMPROMISE_OCCURRENCE_DATE, "Compromise Occurrence Date",
            TtlvType.DATE_TIME, V1_0),
    COMPROMISE_DATE(Tag.COMPROMISE_DATE, "Compromise Date", TtlvType.DATE_TIME, V1_0),
    REVOCATION_REASON(Tag.REVOCATION_REASON, "Revocation Reason", TtlvType.STRUCTURE, V1_0),
    ARCHIVE_DATE(Tag.ARCHIVE_DATE, "Archive Date", TtlvType.DATE_TIME, V1_0),
    OBJECT_GROUP(Tag.OBJECT_GROUP, "Object Group", TtlvType.TEXT_STRING, V1_0, V3_0, CLIENT_SETS,
            CLIENT_MODIFIES, CLIENT_DELETES, MULTIPLE),
    FRESH(Tag.FRESH, "Fresh", TtlvType.BOOLEAN, V1_1, CLIENT_SETS),
    LINK(Tag.LINK, "Link", TtlvType.STRUCTURE, V1_0, V3_0, CLIENT_SETS, CLIENT_MODIFIES,
            CLIENT_DELETES,
            MULTIPLE),
    APPLICATION_SPECIFIC_INFORMATION(Tag.APPLICATION_SPECIFIC_INFORMATION,
            "Application Specific Information", TtlvType.STRUCTURE, V1_0, CLIENT_SETS,
            CLIENT_MODIFIES, CLIENT_DELETES, MULTIPLE),
    CONTACT_INFORMATION(Tag.CONTACT_INFORMATION, "Contact Information", TtlvType.TEXT_STRING, V1_0,
            CLIENT_SETS, CLIENT_MODIFIES, CLIENT_DELETES),
    LAST_CHANGE_DATE(Tag.LAST_CHANGE_DATE, "Last Change Date", TtlvType.DATE_TIME, V1_0),
    ALTERNATIVE_NAME(Tag.ALTERNATIVE_NAME, "Alternative Name", TtlvType.STRUCTURE, V1_2,
            CLIENT_SETS, CLIENT_MODIFIES, CLIENT_DELETES, MULTIPLE),
    KEY_VALUE_PRESENT(Tag.KEY_VALUE_PRESENT, "Key Value Present", TtlvType.BOOLEAN, V1_2),
    KEY_VALUE_LOCATION(Tag.KEY_VALUE_LOCATION, "Key Value Location", TtlvType.STRUCTURE, V1_2,
            CLIENT_SETS, CLIENT_MODIFIES, CLIENT_DELETES, MULTIPLE),
    ORIGINAL_CREATION_DATE(Tag.ORIGINAL_CREATION_DATE, "Original Creation Date",
            TtlvType.DATE_TIME, V1_2, CLIENT_SETS),
    RANDOM_NUMBER_GENERATOR(Tag.RANDOM_NUMBER_GENERATOR, "Random Number Generator",
            TtlvType.STRUCTURE, V1_3, CLIENT_SETS),
    PKCS_12_FRIENDLY_NAME(Tag.PKCS_12_FRIENDLY_NAME, "PKCS#12 Friendly Name",
            TtlvType.TEXT_STRING, V1_4, CLIENT_SETS, CLIENT_MODIFIES, CLIENT_DELETES),
    DESCRIPTION(Tag.DESCRIPTION, "Description", TtlvType.TEXT_STRING, V1_4, CLIENT_SETS,
            CLIENT_MODIFIES, CLIENT_DELETES),
    COMMENT(Tag.COMMENT, "Comment", TtlvType.TEXT_STRING, V1_4, CLIENT_SETS, CLIENT_MODIFIES,
            CLIENT_DELETES),
    SENSITIVE(Tag.SENSITIVE, "Sensitive", TtlvType.BOOLEAN, V1_4, CLIENT_SETS, CLIENT_MODIFIES),
    ALWAYS_SENSITIVE(Tag.ALWAYS_SENSITIVE, "Always Sensitive", TtlvType.BOOLEAN, V1_4),
    EXTRACTABLE(Tag.EXTRACTABLE, "Extractable", TtlvType.BOOLEAN, V1_4, CLIENT_SETS,
            CLIENT_MODIFIES),
    NEVER_EXTRACTABLE(Tag.NEVER_EXTRACTABLE, "Never Extractable", TtlvType.BOOLEAN, V1_4),
    CERTIFICATE_SUBJECT_CN(Tag.CERTIFICATE_SUBJECT_CN, "Certificate Subject CN",
            TtlvType.TEXT_STRING, V1_4),
    CERTIFICATE_SUBJECT_O(Tag.CERTIFICATE_SUBJECT_O, "Certificate Subject O",
            TtlvType.TEXT_STRING, V1_4),
    CERTIFICATE_SUBJECT_OU(Tag.CERTIFICATE_SUBJECT_OU, "Certificate Subject OU",
            TtlvType.TEXT_STRING, V1_4, MULTIPLE),
    CERTIFICATE_SUBJECT_EMAIL(Tag.CERTIFICATE_SUBJECT_EMAIL, "Certificate Subject Email",
            TtlvType.TEXT_STRING, V1_4),
    CERTIFICATE_SUBJECT_C(Tag.CERTIFICATE_SUBJECT_C, "Certificate Subject C",
            TtlvType.TEXT_STRING, V1_4),
    CERTIFICATE_SUBJECT_ST(Tag.CERTIFICATE_SUBJECT_ST, "Certificate Subject ST",
            TtlvType.TEXT_STRING, V1_4),
    CERTIFICATE_SUBJECT_L(Tag.CERTIFICATE_SUBJECT_L, "Certificate Subject L",
            TtlvType.TEXT_STRING, V1_4),
    CERTIFICATE_SUBJECT_UID(Tag.CERTIFICATE_SUBJECT_UID, "Certificate Subject UID",
            TtlvType.TEXT_STRING, V1_4),
    CERTIFICATE_SUBJECT_SERIAL_NUMBER(Tag.CERTIFICATE_SUBJECT_SERIAL_NUMBER,
            "Certificate Subject Serial Number", TtlvType.TEXT_STRING, V1_4),
    CERTIFICATE_SUBJECT_TITLE(Tag.CERTIFICATE_SUBJECT_TITLE, "Certificate Subject Title",
            TtlvType.TEXT_STRING, V1_4),
    CERTIFICATE_SUBJECT_DC(Tag.CERTIFICATE_SUBJECT_DC, "Certificate Subject DC",
            TtlvType.TEXT_STRING, V1_4, MULTIPLE),
    CERTIFICATE_SUBJECT_DN_QUALIFIER(Tag.CERTIFICATE_SUBJECT_DN_QUALIFIER,
            "Certificate Subject DN Qualifier", TtlvType.TEXT_STRING, V1_4),
    CERTIFICATE_ISSUER_CN(Tag.CERTIFICATE_ISSUER_CN, "Certificate Issuer CN",
            TtlvType.TEXT_STRING, V1_4),
    CERTIFICATE_ISSUER_O(Tag.CERTIFICATE_ISSUER_O, "Certificate Issuer O", TtlvType.TEXT_STRING,
            V1_4),
    CERTIFICATE_ISSUER_OU(Tag.CERTIFICATE_ISSUER_OU, "Certificate Issuer OU",
            TtlvType.TEXT_STRING, V1_4, MULTIPLE),
    CERTIFICATE_ISSUER_EMAIL(Tag.CERTIFICATE_ISSUER_EMAIL, "Certificate Issuer Email",
            TtlvType.TEXT_STRING, V1_4),
    CERTIFICATE_ISSUER_C(Tag.CERTIFICATE_ISSUER_C, "Certificate Issuer C", TtlvType.TEXT_STRING,
            V1_4),
    CERTIFICATE_ISSUER_ST(Tag.CERTIFICATE_ISSUER_ST, "Certificate Issuer ST",
            TtlvType.TEXT_STRING, V1_4),
    CERTIFICATE_ISSUER_L(Tag.CERTIFICATE_ISSUER_L, "Certificate Issuer L", TtlvType.TEXT_STRING,
            V1_4),
    CERTIFICATE_ISSUER_UID(Tag.CERTIFICATE_ISSUER_UID, "Certificate Issuer UID",
            TtlvType.TEXT_STRING, V1_4),
    CERTIFICATE_ISSUER_SERIAL_NUMBER(Tag.CERTIFICATE_ISSUER_SERIAL_NUMBER,
            "Certificate Issuer Serial Number", TtlvType.TEXT_STRING, V1_4),
    CERTIFICATE_ISSUER_TITLE(Tag.CERTIFICATE_ISSUER_TITLE, "Certificate Issuer Title",
            TtlvType.TEXT_STRING, V1_4),
    CERTIFICATE_ISSUER_DC(Tag.CERTIFICATE_ISSUER_DC, "Certificate Issuer DC",
            TtlvType.TEXT_STRING, V1_4, MULTIPLE),
    CERTIFICATE_ISSUER_DN_QUALIFIER(Tag.CERTIFICATE_ISSUER_DN_QUALIFIER,
            "Certificate Issuer DN Qualifier", TtlvType.TEXT_STRING, V1_4),
    KEY_FORMAT_TYPE(Tag.KEY_FORMAT_TYPE, "Key Format Type", TtlvType.ENUMERATION, V2_0,
            CLIENT_SETS),
    NIST_KEY_TYPE(Tag.NIST_KEY_TYPE, "NIST Key Type", TtlvType.ENUMERATION, V2_0, CLIENT_SETS,
            CLIENT_MODIFIES, CLIENT_DELETES),
    OBJECT_GROUP_MEMBER(Tag.OBJECT_GROUP_MEMBER, "Object Group Member", TtlvType.ENUMERATION,
            V2_0, V3_0, CLIENT_SETS),
    OPAQUE_DATA_TYPE(Tag.OPAQUE_DATA_TYPE, "Opaque Data Type", TtlvType.ENUMERATION, V2_0,
            CLIENT_SETS),
    PROTECTION_LEVEL(Tag.PROTECTION_LEVEL, "Protection Level", TtlvType.ENUMERATION, V2_0,
            CLIENT_SETS, CLIENT_MODIFIES, CLIENT_DELETES),
    PROTECTION_PERIOD(Tag.PROTECTION_PERIOD, "Protection Period", TtlvType.INTERVAL, V2_0,
            CLIENT_SETS, CLIENT_MODIFIES, CLIENT_DELETES),
    PROTECTION_STORAGE_MASK(Tag.PROTECTION_STORAGE_MASK, "Protection Storage Mask",
            TtlvType.INTEGER, V2_0, CLIENT_SETS),
    QUANTUM_SAFE(Tag.QUANTUM_SAFE, "Quantum Safe", TtlvType.BOOLEAN, V2_0, CLIENT_SETS,
            CLIENT_MODIFIES, CLIENT_DELETES),
    SHORT_UNIQUE_IDENTIFIER(Tag.SHORT_UNIQUE_IDENTIFIER, "Short Unique Identifier",
            TtlvType.BYTE_STRING, V2_0),
    ROTATE_AUTOMATIC(Tag.ROTATE_AUTOMATIC, "Rotate Automatic", TtlvType.BOOLEAN, V2_1,
            CLIENT_SETS, CLIENT_MODIFIES, CLIENT_DELETES),
    ROTATE_DATE(Tag.ROTATE_DATE, "Rotate Date", TtlvType.DATE_TIME, V2_1),
    ROTATE_GENERATION(Tag.ROTATE_GENERATION, "Rotate Generation", TtlvType.INTEGER, V2_1),
    ROTATE_INTERVAL(Tag.ROTATE_INTERVAL, "Rotate Interval", TtlvType.INTERVAL, V2_1, CLIENT_SETS,
            CLIENT_MODIFIES, CLIENT_DELETES),
    ROTATE_LATEST(Tag.ROTATE_LATEST, "Rotate Latest", TtlvType.BOOLEAN, V2_1),
    ROTATE_NAME(Tag.ROTATE_NAME, "Rotate Name", TtlvType.STRUCTURE, V2_1, CLIENT_SETS,
            CLIENT_MODIFIES, CLIENT_DELETES),
    ROTATE_OFFSET(Tag.ROTATE_OFFSET, "Rotate Offset", TtlvType.INTERVAL, V2_1, CLIENT_SETS,
            CLIENT_MODIFIES, CLIENT_DELETES),
    CERTIFICATE_LINK(Tag.CERTIFICATE_LINK, "Certificate Link", TtlvType.REFERENCE, V3_0,
            CLIENT_SETS, CLIENT_MODIFIES, CLIENT_DELETES),
    CHILD_LINK(Tag.CHILD_LINK, "Child Link", TtlvType.REFERENCE, V3_0, CLIENT_SETS, CLIENT_MODIFIES,
            CLIENT_DELETES, MULTIPLE),
    DERIVATION_OBJECT_LINK(Tag.DERIVATION_OBJECT_LINK, "Derivation Object Link", TtlvType.REFERENCE,
            V3_0, CLIENT_SETS, CLIENT_MODIFIES, CLIENT_DELETES, MULTIPLE),
    DERIVED_OBJECT_LINK(Tag.DERIVED_OBJECT_LINK, "Derived Object Link", TtlvType.REFERENCE, V3_0,
            CLIENT_SETS, CLIENT_MODIFIES, CLIENT_DELETES, MULTIPLE),
    NEXT_LINK(Tag.NEXT_LINK, "Next Link", TtlvType.REFERENCE, V3_0, CLIENT_SETS, CLIENT_MODIFIES,
            CLIENT_DELETES),
    PARENT_LINK(Tag.PARENT_LINK, "Parent Link", TtlvType.REFERENCE, V3_0, CLIENT_SETS,
            CLIENT_MODIFIES, CLIENT_DELETES),
    PKCS_12_CERTIFICATE_LINK(Tag.PKCS_12_CERTIFICATE_LINK, "PKCS#12 Certificate Link",
            TtlvType.REFERENCE, V3_0, CLIENT_SETS, CLIENT_MODIFIES, CLIENT_DELETES),
    PKCS_12_PASSWORD_LINK(Tag.PKCS_12_PASSWORD_LINK, "PKCS#12 Password Link", TtlvType.REFERENCE,
            V3_0, CLIENT_SETS, CLIENT_MODIFIES, CLIENT_DELETES),
    PREVIOUS_LINK(Tag.PREVIOUS_LINK, "Previous Link", TtlvType.REFERENCE, V3_0, CLIENT_SETS,
            CLIENT_MODIFIES, CLIENT_DELETES),
    PRIVATE_KEY_LINK(Tag.PRIVATE_KEY_LINK, "Private Key Link", TtlvType.REFERENCE, V3_0,
            CLIENT_SETS, CLIENT_MODIFIES, CLIENT_DELETES),
    PUBLIC_KEY_LINK(Tag.PUBLIC_KEY_LINK, "Public Key Link", TtlvType.REFERENCE, V3_0, CLIENT_SETS,
            CLIENT_MODIFIES, CLIENT_DELETES),
    REPLACED_OBJECT_LINK(Tag.REPLACED_OBJECT_LINK, "Replaced Object Link", TtlvType.REFERENCE, V3_0,
            CLIENT_SETS, CLIENT_MODIFIES, CLIENT_DELETES),
    REPLACEMENT_OBJECT_LINK(Tag.REPLACEMENT_OBJECT_LINK, "Replacement Object Link",
            TtlvType.REFERENCE, V3_0, CLIENT_SETS, CLIENT_MODIFIES, CLIENT_DELETES),
    WRAPPING_KEY_LINK(Tag.WRAPPING_KEY_LINK, "Wrapping Key Link", TtlvType.REFERENCE, V3_0,
            CLIENT_SETS, CLIENT_MODIFIES, CLIENT_DELETES),
    CREDENTIAL_LINK(Tag.CREDENTIAL_LINK, "Credential Link", TtlvType.REFERENCE, V3_0, CLIENT_SETS,
            CLIENT_MODIFIES, CLIENT_DELETES, MULTIPLE),
    PASSWORD_LINK(Tag.PASSWORD_LINK, "Password Link", TtlvType.REFERENCE, V3_0, CLIENT_SETS,
            CLIENT_MODIFIES, CLIENT_DELETES),
    GROUP_LINK(Tag.GROUP_LINK, "Group Link", TtlvType.REFERENCE, V3_0, CLIENT_SETS, CLIENT_MODIFIES,
            CLIENT_DELETES, MULTIPLE),
    SPLIT_KEY_BASE_LINK(Tag.SPLIT_KEY_BASE_LINK, "Split Key Base Link", TtlvType.REFERENCE, V3_0,
            CLIENT_SETS, CLIENT_MODIFIES, CLIENT_DELETES),
    JOINED_SPLIT_KEY_PARTS_LINK(Tag.JOINED_SPLIT_KEY_PARTS_LINK, "Joined Split Key Parts Link",
            TtlvType.REFERENCE, V3_0, CLIENT_SETS, CLIENT_MODIFIES, CLIENT_DELETES, MULTIPLE),
    CERTIFICATE_REQUEST_LINK(Tag.CERTIFICATE_REQUEST_LINK, "Certificate Request Link",
            TtlvType.REFERENCE, V3_0, CLIENT_SETS, CLIENT_MODIFIES, CLIENT_DELETES),
    OBJECT_CLASS(Tag.OBJECT_CLASS, "Object Class", TtlvType.ENUMERATION, V3_0),
    CERTIFICATE_SUBJECT_DN(Tag.CERTIFICATE_SUBJECT_DN, "Certificate Subject DN",
            TtlvType.BYTE_STRING, V3_0),
    CERTIFICATE_ISSUER_DN(Tag.CERTIFICATE_ISSUER_DN, "Certificate Issuer DN", TtlvType.BYTE_STRING,
            V3_0),
    CREDENTIAL_TYPE(Tag.CREDENTIAL_TYPE, "Credential Type", TtlvType.ENUMERATION, V3_0),
    DEACTIVATION_REASON(Tag.DEACTIVATION_REASON, "Deactivation Reason", TtlvType.STRUCTURE, V3_0),
    CERTIFY_COUNTER(Tag.CERTIFY_COUNTER, "Certify Counter", TtlvType.LONG_INTEGER, V3_0),
    DECRYPT_COUNTER(Tag.DECRYPT_COUNTER, "Decrypt Counter", TtlvType.LONG_INTEGER, V3_0),
    ENCRYPT_COUNTER(Tag.ENCRYPT_COUNTER, "Encrypt Counter", TtlvType.LONG_INTEGER, V3_0),
    SIGN_COUNTER(Tag.SIGN_COUNTER, "Sign Counter", TtlvType.LONG_INTEGER, V3_0),
    SIGNATURE_VERIFY_COUNTER(Tag.SIGNATURE_VERIFY_COUNTER, "Signature Verify Counter",
            TtlvType.LONG_INTEGER, V3_0),
    NIST_SECURITY_CATEGORY(Tag.NIST_SECURITY_CATEGORY, "NIST Security Category", TtlvType.INTEGER,
            V3_0, CLIENT_SETS);

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
