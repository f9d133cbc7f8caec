// Generated from kmip-spec; do not edit.
// @formatter:off
package io.sallyport.kmip.model;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** The tags of KMIP: a constant for each, and their names. */
@Generated("io.sallyport.kmip.model.ModelGenerator")
public final class Tag {
    /** Activation Date; since 1.0. */
    public static final int ACTIVATION_DATE = 0x420001;
    /** Application Data; since 1.0. */
    public static final int APPLICATION_DATA = 0x420002;
    /** Application Namespace; since 1.0. */
    public static final int APPLICATION_NAMESPACE = 0x420003;
    /** Application Specific Information; since 1.0. */
    public static final int APPLICATION_SPECIFIC_INFORMATION = 0x420004;
    /** Archive Date; since 1.0. */
    public static final int ARCHIVE_DATE = 0x420005;
    /** Asynchronous Correlation Value; since 1.0. */
    public static final int ASYNCHRONOUS_CORRELATION_VALUE = 0x420006;
    /** Asynchronous Indicator; since 1.0. */
    public static final int ASYNCHRONOUS_INDICATOR = 0x420007;
    /** Attribute; since 1.0. */
    public static final int ATTRIBUTE = 0x420008;
    /** Attribute Index; since 1.0, gone in 2.0. */
    public static final int ATTRIBUTE_INDEX = 0x420009;
    /** Attribute Name; since 1.0. */
    public static final int ATTRIBUTE_NAME = 0x42000A;
    /** Attribute Value; since 1.0. */
    public static final int ATTRIBUTE_VALUE = 0x42000B;
    /** Authentication; since 1.0. */
    public static final int AUTHENTICATION = 0x42000C;
    /** Batch Count; since 1.0, gone in 3.0. */
    public static final int BATCH_COUNT = 0x42000D;
    /** Batch Error Continuation Option; since 1.0. */
    public static final int BATCH_ERROR_CONTINUATION_OPTION = 0x42000E;
    /** Batch Item; since 1.0. */
    public static final int BATCH_ITEM = 0x42000F;
    /** Batch Order Option; since 1.0, gone in 3.0. */
    public static final int BATCH_ORDER_OPTION = 0x420010;
    /** Block Cipher Mode; since 1.0. */
    public static final int BLOCK_CIPHER_MODE = 0x420011;
    /** Cancellation Result; since 1.0. */
    public static final int CANCELLATION_RESULT = 0x420012;
    /** Certificate; since 1.0. */
    public static final int CERTIFICATE = 0x420013;
    /** Certificate Identifier; since 1.0, deprecated in 1.1, gone in 2.0. */
    public static final int CERTIFICATE_IDENTIFIER = 0x420014;
    /** Certificate Issuer; since 1.0, deprecated in 1.1, gone in 2.0. */
    public static final int CERTIFICATE_ISSUER = 0x420015;
    /** Certificate Issuer Alternative Name; since 1.0, deprecated in 1.1, gone in 2.0. */
    public static final int CERTIFICATE_ISSUER_ALTERNATIVE_NAME = 0x420016;
    /** Certificate Issuer Distinguished Name; since 1.0, deprecated in 1.1, gone in 2.0. */
    public static final int CERTIFICATE_ISSUER_DISTINGUISHED_NAME = 0x420017;
    /** Certificate Request; since 1.0. */
    public static final int CERTIFICATE_REQUEST = 0x420018;
    /** Certificate Request Type; since 1.0. */
    public static final int CERTIFICATE_REQUEST_TYPE = 0x420019;
    /** Certificate Subject; since 1.0, deprecated in 1.1, gone in 2.0. */
    public static final int CERTIFICATE_SUBJECT = 0x42001A;
    /** Certificate Subject Alternative Name; since 1.0, deprecated in 1.1, gone in 2.0. */
    public static final int CERTIFICATE_SUBJECT_ALTERNATIVE_NAME = 0x42001B;
    /** Certificate Subject Distinguished Name; since 1.0, deprecated in 1.1, gone in 2.0. */
    public static final int CERTIFICATE_SUBJECT_DISTINGUISHED_NAME = 0x42001C;
    /** Certificate Type; since 1.0. */
    public static final int CERTIFICATE_TYPE = 0x42001D;
    /** Certificate Value; since 1.0. */
    public static final int CERTIFICATE_VALUE = 0x42001E;
    /** Common Template-Attribute; since 1.0, gone in 2.0. */
    public static final int COMMON_TEMPLATE_ATTRIBUTE = 0x42001F;
    /** Compromise Date; since 1.0. */
    public static final int COMPROMISE_DATE = 0x420020;
    /** Compromise Occurrence Date; since 1.0. */
    public static final int COMPROMISE_OCCURRENCE_DATE = 0x420021;
    /** Contact Information; since 1.0. */
    public static final int CONTACT_INFORMATION = 0x420022;
    /** Credential; since 1.0. */
    public static final int CREDENTIAL = 0x420023;
    /** Credential Type; since 1.0. */
    public static final int CREDENTIAL_TYPE = 0x420024;
    /** Credential Value; since 1.0. */
    public static final int CREDENTIAL_VALUE = 0x420025;
    /** Criticality Indicator; since 1.0. */
    public static final int CRITICALITY_INDICATOR = 0x420026;
    /** CRT Coefficient; since 1.0. */
    public static final int CRT_COEFFICIENT = 0x420027;
    /** Cryptographic Algorithm; since 1.0. */
    public static final int CRYPTOGRAPHIC_ALGORITHM = 0x420028;
    /** Cryptographic Domain Parameters; since 1.0. */
    public static final int CRYPTOGRAPHIC_DOMAIN_PARAMETERS = 0x420029;
    /** Cryptographic Length; since 1.0. */
    public static final int CRYPTOGRAPHIC_LENGTH = 0x42002A;
    /** Cryptographic Parameters; since 1.0. */
    public static final int CRYPTOGRAPHIC_PARAMETERS = 0x42002B;
    /** Cryptographic Usage Mask; since 1.0. */
    public static final int CRYPTOGRAPHIC_USAGE_MASK = 0x42002C;
    /** Custom Attribute; since 1.0, gone in 2.0. */
    public static final int CUSTOM_ATTRIBUTE = 0x42002D;
    /** D; since 1.0. */
    public static final int D = 0x42002E;
    /** Deactivation Date; since 1.0. */
    public static final int DEACTIVATION_DATE = 0x42002F;
    /** Derivation Data; since 1.0. */
    public static final int DERIVATION_DATA = 0x420030;
    /** Derivation Method; since 1.0. */
    public static final int DERIVATION_METHOD = 0x420031;
    /** Derivation Parameters; since 1.0. */
    public static final int DERIVATION_PARAMETERS = 0x420032;
    /** Destroy Date; since 1.0. */
    public static final int DESTROY_DATE = 0x420033;
    /** Digest; since 1.0. */
    public static final int DIGEST = 0x420034;
    /** Digest Value; since 1.0. */
    public static final int DIGEST_VALUE = 0x420035;
    /** Encryption Key Information; since 1.0. */
    public static final int ENCRYPTION_KEY_INFORMATION = 0x420036;
    /** G; since 1.0. */
    public static final int G = 0x420037;
    /** Hashing Algorithm; since 1.0. */
    public static final int HASHING_ALGORITHM = 0x420038;
    /** Initial Date; since 1.0. */
    public static final int INITIAL_DATE = 0x420039;
    /** Initialization Vector; since 1.0. */
    public static final int INITIALIZATION_VECTOR = 0x42003A;
    /** Issuer; since 1.0, deprecated in 1.1, gone in 2.0. */
    public static final int ISSUER = 0x42003B;
    /** Iteration Count; since 1.0. */
    public static final int ITERATION_COUNT = 0x42003C;
    /** IV/Counter/Nonce; since 1.0. */
    public static final int IV_COUNTER_NONCE = 0x42003D;
    /** J; since 1.0. */
    public static final int J = 0x42003E;
    /** Key; since 1.0. */
    public static final int KEY = 0x42003F;
    /** Key Block; since 1.0. */
    public static final int KEY_BLOCK = 0x420040;
    /** Key Compression Type; since 1.0. */
    public static final int KEY_COMPRESSION_TYPE = 0x420041;
    /** Key Format Type; since 1.0. */
    public static final int KEY_FORMAT_TYPE = 0x420042;
    /** Key Material; since 1.0. */
    public static final int KEY_MATERIAL = 0x420043;
    /** Key Part Identifier; since 1.0. */
    public static final int KEY_PART_IDENTIFIER = 0x420044;
    /** Key Value; since 1.0. */
    public static final int KEY_VALUE = 0x420045;
    /** Key Wrapping Data; since 1.0. */
    public static final int KEY_WRAPPING_DATA = 0x420046;
    /** Key Wrapping Specification; since 1.0. */
    public static final int KEY_WRAPPING_SPECIFICATION = 0x420047;
    /** Last Change Date; since 1.0. */
    public static final int LAST_CHANGE_DATE = 0x420048;
    /** Lease Time; since 1.0. */
    public static final int LEASE_TIME = 0x420049;
    /** Link; since 1.0, gone in 3.0. */
    public static final int LINK = 0x42004A;
    /** Link Type; since 1.0, gone in 3.0. */
    public static final int LINK_TYPE = 0x42004B;
    /** Linked Object Identifier; since 1.0, gone in 3.0. */
    public static final int LINKED_OBJECT_IDENTIFIER = 0x42004C;
    /** MAC/Signature; since 1.0. */
    public static final int MAC_SIGNATURE = 0x42004D;
    /** MAC/Signature Key Information; since 1.0. */
    public static final int MAC_SIGNATURE_KEY_INFORMATION = 0x42004E;
    /** Maximum Items; since 1.0. */
    public static final int MAXIMUM_ITEMS = 0x42004F;
    /** Maximum Response Size; since 1.0. */
    public static final int MAXIMUM_RESPONSE_SIZE = 0x420050;
    /** Message Extension; since 1.0. */
    public static final int MESSAGE_EXTENSION = 0x420051;
    /** Modulus; since 1.0. */
    public static final int MODULUS = 0x420052;
    /** Name; since 1.0. */
    public static final int NAME = 0x420053;
    /** Name Type; since 1.0, gone in 3.0. */
    public static final int NAME_TYPE = 0x420054;
    /** Name Value; since 1.0, gone in 3.0. */
    public static final int NAME_VALUE = 0x420055;
    /** Object Group; since 1.0, gone in 3.0. */
    public static final int OBJECT_GROUP = 0x420056;
    /** Object Type; since 1.0. */
    public static final int OBJECT_TYPE = 0x420057;
    /** Offset; since 1.0. */
    public static final int OFFSET = 0x420058;
    /** Opaque Data Type; since 1.0. */
    public static final int OPAQUE_DATA_TYPE = 0x420059;
    /** Opaque Data Value; since 1.0. */
    public static final int OPAQUE_DATA_VALUE = 0x42005A;
    /** Opaque Object; since 1.0. */
    public static final int OPAQUE_OBJECT = 0x42005B;
    /** Operation; since 1.0. */
    public static final int OPERATION = 0x42005C;
    /** Operation Policy Name; since 1.0, deprecated in 1.3, gone in 2.0. */
    public static final int OPERATION_POLICY_NAME = 0x42005D;
    /** P; since 1.0. */
    public static final int P = 0x42005E;
    /** Padding Method; since 1.0. */
    public static final int PADDING_METHOD = 0x42005F;
    /** Prime Exponent P; since 1.0. */
    public static final int PRIME_EXPONENT_P = 0x420060;
    /** Prime Exponent Q; since 1.0. */
    public static final int PRIME_EXPONENT_Q = 0x420061;
    /** Prime Field Size; since 1.0. */
    public static final int PRIME_FIELD_SIZE = 0x420062;
    /** Private Exponent; since 1.0. */
    public static final int PRIVATE_EXPONENT = 0x420063;
    /** Private Key; since 1.0. */
    public static final int PRIVATE_KEY = 0x420064;
    /** Private Key Template-Attribute; since 1.0, gone in 2.0. */
    public static final int PRIVATE_KEY_TEMPLATE_ATTRIBUTE = 0x420065;
    /** Private Key Unique Identifier; since 1.0. */
    public static final int PRIVATE_KEY_UNIQUE_IDENTIFIER = 0x420066;
    /** Process Start Date; since 1.0. */
    public static final int PROCESS_START_DATE = 0x420067;
    /** Protect Stop Date; since 1.0. */
    public static final int PROTECT_STOP_DATE = 0x420068;
    /** Protocol Version; since 1.0. */
    public static final int PROTOCOL_VERSION = 0x420069;
    /** Protocol Version Major; since 1.0. */
    public static final int PROTOCOL_VERSION_MAJOR = 0x42006A;
    /** Protocol Version Minor; since 1.0. */
    public static final int PROTOCOL_VERSION_MINOR = 0x42006B;
    /** Public Exponent; since 1.0. */
    public static final int PUBLIC_EXPONENT = 0x42006C;
    /** Public Key; since 1.0. */
    public static final int PUBLIC_KEY = 0x42006D;
    /** Public Key Template-Attribute; since 1.0, gone in 2.0. */
    public static final int PUBLIC_KEY_TEMPLATE_ATTRIBUTE = 0x42006E;
    /** Public Key Unique Identifier; since 1.0. */
    public static final int PUBLIC_KEY_UNIQUE_IDENTIFIER = 0x42006F;
    /** Put Function; since 1.0. */
    public static final int PUT_FUNCTION = 0x420070;
    /** Q; since 1.0. */
    public static final int Q = 0x420071;
    /** Q String; since 1.0. */
    public static final int Q_STRING = 0x420072;
    /** Qlength; since 1.0. */
    public static final int QLENGTH = 0x420073;
    /** Query Function; since 1.0. */
    public static final int QUERY_FUNCTION = 0x420074;
    /** Recommended Curve; since 1.0. */
    public static final int RECOMMENDED_CURVE = 0x420075;
    /** Replaced Unique Identifier; since 1.0. */
    public static final int REPLACED_UNIQUE_IDENTIFIER = 0x420076;
    /** Request Header; since 1.0. */
    public static final int REQUEST_HEADER = 0x420077;
    /** Request Message; since 1.0. */
    public static final int REQUEST_MESSAGE = 0x420078;
    /** Request Payload; since 1.0. */
    public static final int REQUEST_PAYLOAD = 0x420079;
    /** Response Header; since 1.0. */
    public static final int RESPONSE_HEADER = 0x42007A;
    /** Response Message; since 1.0. */
    public static final int RESPONSE_MESSAGE = 0x42007B;
    /** Response Payload; since 1.0. */
    public static final int RESPONSE_PAYLOAD = 0x42007C;
    /** Result Message; since 1.0. */
    public static final int RESULT_MESSAGE = 0x42007D;
    /** Result Reason; since 1.0. */
    public static final int RESULT_REASON = 0x42007E;
    /** Result Status; since 1.0. */
    public static final int RESULT_STATUS = 0x42007F;
    /** Revocation Message; since 1.0. */
    public static final int REVOCATION_MESSAGE = 0x420080;
    /** Revocation Reason; since 1.0. */
    public static final int REVOCATION_REASON = 0x420081;
    /** Revocation Reason Code; since 1.0. */
    public static final int REVOCATION_REASON_CODE = 0x420082;
    /** Key Role Type; since 1.0. */
    public static final int KEY_ROLE_TYPE = 0x420083;
    /** Salt; since 1.0. */
    public static final int SALT = 0x420084;
    /** Secret Data; since 1.0. */
    public static final int SECRET_DATA = 0x420085;
    /** Secret Data Type; since 1.0. */
    public static final int SECRET_DATA_TYPE = 0x420086;
    /** Serial Number; since 1.0, deprecated in 1.1, gone in 2.0. */
    public static final int SERIAL_NUMBER = 0x420087;
    /** Server Information; since 1.0. */
    public static final int SERVER_INFORMATION = 0x420088;
    /** Split Key; since 1.0. */
    public static final int SPLIT_KEY = 0x420089;
    /** Split Key Method; since 1.0. */
    public static final int SPLIT_KEY_METHOD = 0x42008A;
    /** Split Key Parts; since 1.0. */
    public static final int SPLIT_KEY_PARTS = 0x42008B;
    /** Split Key Threshold; since 1.0. */
    public static final int SPLIT_KEY_THRESHOLD = 0x42008C;
    /** State; since 1.0. */
    public static final int STATE = 0x42008D;
    /** Storage Status Mask; since 1.0. */
    public static final int STORAGE_STATUS_MASK = 0x42008E;
    /** Symmetric Key; since 1.0. */
    public static final int SYMMETRIC_KEY = 0x42008F;
    /** Template; since 1.0, gone in 2.0. */
    public static final int TEMPLATE = 0x420090;
    /** Template-Attribute; since 1.0, gone in 2.0. */
    public static final int TEMPLATE_ATTRIBUTE = 0x420091;
    /** Time Stamp; since 1.0. */
    public static final int TIME_STAMP = 0x420092;
    /** Unique Batch Item ID; since 1.0, gone in 3.0. */
    public static final int UNIQUE_BATCH_ITEM_ID = 0x420093;
    /** Unique Identifier; since 1.0. */
    public static final int UNIQUE_IDENTIFIER = 0x420094;
    /** Usage Limits; since 1.0. */
    public static final int USAGE_LIMITS = 0x420095;
    /** Usage Limits Count; since 1.0. */
    public static final int USAGE_LIMITS_COUNT = 0x420096;
    /** Usage Limits Total; since 1.0. */
    public static final int USAGE_LIMITS_TOTAL = 0x420097;
    /** Usage Limits Unit; since 1.0. */
    public static final int USAGE_LIMITS_UNIT = 0x420098;
    /** Username; since 1.0. */
    public static final int USERNAME = 0x420099;
    /** Validity Date; since 1.0. */
    public static final int VALIDITY_DATE = 0x42009A;
    /** Validity Indicator; since 1.0. */
    public static final int VALIDITY_INDICATOR = 0x42009B;
    /** Vendor Extension; since 1.0. */
    public static final int VENDOR_EXTENSION = 0x42009C;
    /** Vendor Identification; since 1.0. */
    public static final int VENDOR_IDENTIFICATION = 0x42009D;
    /** Wrapping Method; since 1.0. */
    public static final int WRAPPING_METHOD = 0x42009E;
    /** X; since 1.0. */
    public static final int X = 0x42009F;
    /** Y; since 1.0. */
    public static final int Y = 0x4200A0;
    /** Password; since 1.0. */
    public static final int PASSWORD = 0x4200A1;
    /** Device Identifier; since 1.1. */
    public static final int DEVICE_IDENTIFIER = 0x4200A2;
    /** Encoding Option; since 1.1. */
    public static final int ENCODING_OPTION = 0x4200A3;
    /** Extension Information; since 1.1. */
    public static final int EXTENSION_INFORMATION = 0x4200A4;
    /** Extension Name; since 1.1. */
    public static final int EXTENSION_NAME = 0x4200A5;
    /** Extension Tag; since 1.1. */
    public static final int EXTENSION_TAG = 0x4200A6;
    /** Extension Type; since 1.1. */
    public static final int EXTENSION_TYPE = 0x4200A7;
    /** Fresh; since 1.1. */
    public static final int FRESH = 0x4200A8;
    /** Machine Identifier; since 1.1. */
    public static final int MACHINE_IDENTIFIER = 0x4200A9;
    /** Media Identifier; since 1.1. */
    public static final int MEDIA_IDENTIFIER = 0x4200AA;
    /** Network Identifier; since 1.1. */
    public static final int NETWORK_IDENTIFIER = 0x4200AB;
    /** Object Group Member; since 1.1, gone in 3.0. */
    public static final int OBJECT_GROUP_MEMBER = 0x4200AC;
    /** Certificate Length; since 1.1. */
    public static final int CERTIFICATE_LENGTH = 0x4200AD;
    /** Digital Signature Algorithm; since 1.1. */
    public static final int DIGITAL_SIGNATURE_ALGORITHM = 0x4200AE;
    /** Certificate Serial Number; since 1.1. */
    public static final int CERTIFICATE_SERIAL_NUMBER = 0x4200AF;
    /** Device Serial Number; since 1.1. */
    public static final int DEVICE_SERIAL_NUMBER = 0x4200B0;
    /** Issuer Alternative Name; since 1.1. */
    public static final int ISSUER_ALTERNATIVE_NAME = 0x4200B1;
    /** Issuer Distinguished Name; since 1.1. */
    public static final int ISSUER_DISTINGUISHED_NAME = 0x4200B2;
    /** Subject Alternative Name; since 1.1. */
    public static final int SUBJECT_ALTERNATIVE_NAME = 0x4200B3;
    /** Subject Distinguished Name; since 1.1. */
    public static final int SUBJECT_DISTINGUISHED_NAME = 0x4200B4;
    /** X.509 Certificate Identifier; since 1.1. */
    public static final int X_509_CERTIFICATE_IDENTIFIER = 0x4200B5;
    /** X.509 Certificate Issuer; since 1.1. */
    public static final int X_509_CERTIFICATE_ISSUER = 0x4200B6;
    /** X.509 Certificate Subject; since 1.1. */
    public static final int X_509_CERTIFICATE_SUBJECT = 0x4200B7;
    /** Key Value Location; since 1.2. */
    public static final int KEY_VALUE_LOCATION = 0x4200B8;
    /** Key Value Location Value; since 1.2. */
    public static final int KEY_VALUE_LOCATION_VALUE = 0x4200B9;
    /** Key Value Location Type; since 1.2. */
    public static final int KEY_VALUE_LOCATION_TYPE = 0x4200BA;
    /** Key Value Present; since 1.2. */
    public static final int KEY_VALUE_PRESENT = 0x4200BB;
    /** Original Creation Date; since 1.2. */
    public static final int ORIGINAL_CREATION_DATE = 0x4200BC;
    /** PGP Key; since 1.2. */
    public static final int PGP_KEY = 0x4200BD;
    /** PGP Key Version; since 1.2. */
    public static final int PGP_KEY_VERSION = 0x4200BE;
    /** Alternative Name; since 1.2. */
    public static final int ALTERNATIVE_NAME = 0x4200BF;
    /** Alternative Name Value; since 1.2. */
    public static final int ALTERNATIVE_NAME_VALUE = 0x4200C0;
    /** Alternative Name Type; since 1.2. */
    public static final int ALTERNATIVE_NAME_TYPE = 0x4200C1;
    /** Data; since 1.2. */
    public static final int DATA = 0x4200C2;
    /** Signature Data; since 1.2. */
    public static final int SIGNATURE_DATA = 0x4200C3;
    /** Data Length; since 1.2. */
    public static final int DATA_LENGTH = 0x4200C4;
    /** Random IV; since 1.2. */
    public static final int RANDOM_IV = 0x4200C5;
    /** MAC Data; since 1.2. */
    public static final int MAC_DATA = 0x4200C6;
    /** Attestation Type; since 1.2. */
    public static final int ATTESTATION_TYPE = 0x4200C7;
    /** Nonce; since 1.2. */
    public static final int NONCE = 0x4200C8;
    /** Nonce ID; since 1.2. */
    public static final int NONCE_ID = 0x4200C9;
    /** Nonce Value; since 1.2. */
    public static final int NONCE_VALUE = 0x4200CA;
    /** Attestation Measurement; since 1.2. */
    public static final int ATTESTATION_MEASUREMENT = 0x4200CB;
    /** Attestation Assertion; since 1.2. */
    public static final int ATTESTATION_ASSERTION = 0x4200CC;
    /** IV Length; since 1.2. */
    public static final int IV_LENGTH = 0x4200CD;
    /** Tag Length; since 1.2. */
    public static final int TAG_LENGTH = 0x4200CE;
    /** Fixed Field Length; since 1.2. */
    public static final int FIXED_FIELD_LENGTH = 0x4200CF;
    /** Counter Length; since 1.2. */
    public static final int COUNTER_LENGTH = 0x4200D0;
    /** Initial Counter Value; since 1.2. */
    public static final int INITIAL_COUNTER_VALUE = 0x4200D1;
    /** Invocation Field Length; since 1.2. */
    public static final int INVOCATION_FIELD_LENGTH = 0x4200D2;
    /** Attestation Capable Indicator; since 1.2. */
    public static final int ATTESTATION_CAPABLE_INDICATOR = 0x4200D3;
    /** Offset Items; since 1.3. */
    public static final int OFFSET_ITEMS = 0x4200D4;
    /** Located Items; since 1.3. */
    public static final int LOCATED_ITEMS = 0x4200D5;
    /** Correlation Value; since 1.3. */
    public static final int CORRELATION_VALUE = 0x4200D6;
    /** Init Indicator; since 1.3. */
    public static final int INIT_INDICATOR = 0x4200D7;
    /** Final Indicator; since 1.3. */
    public static final int FINAL_INDICATOR = 0x4200D8;
    /** RNG Parameters; since 1.3. */
    public static final int RNG_PARAMETERS = 0x4200D9;
    /** RNG Algorithm; since 1.3. */
    public static final int RNG_ALGORITHM = 0x4200DA;
    /** DRBG Algorithm; since 1.3. */
    public static final int DRBG_ALGORITHM = 0x4200DB;
    /** FIPS186 Variation; since 1.3. */
    public static final int FIPS186_VARIATION = 0x4200DC;
    /** Prediction Resistance; since 1.3. */
    public static final int PREDICTION_RESISTANCE = 0x4200DD;
    /** Random Number Generator; since 1.3. */
    public static final int RANDOM_NUMBER_GENERATOR = 0x4200DE;
    /** Validation Information; since 1.3. */
    public static final int VALIDATION_INFORMATION = 0x4200DF;
    /** Validation Authority Type; since 1.3. */
    public static final int VALIDATION_AUTHORITY_TYPE = 0x4200E0;
    /** Validation Authority Country; since 1.3. */
    public static final int VALIDATION_AUTHORITY_COUNTRY = 0x4200E1;
    /** Validation Authority URI; since 1.3. */
    public static final int VALIDATION_AUTHORITY_URI = 0x4200E2;
    /** Validation Version Major; since 1.3. */
    public static final int VALIDATION_VERSION_MAJOR = 0x4200E3;
    /** Validation Version Minor; since 1.3. */
    public static final int VALIDATION_VERSION_MINOR = 0x4200E4;
    /** Validation Type; since 1.3. */
    public static final int VALIDATION_TYPE = 0x4200E5;
    /** Validation Level; since 1.3. */
    public static final int VALIDATION_LEVEL = 0x4200E6;
    /** Validation Certificate Identifier; since 1.3. */
    public static final int VALIDATION_CERTIFICATE_IDENTIFIER = 0x4200E7;
    /** Validation Certificate URI; since 1.3. */
    public static final int VALIDATION_CERTIFICATE_URI = 0x4200E8;
    /** Validation Vendor URI; since 1.3. */
    public static final int VALIDATION_VENDOR_URI = 0x4200E9;
    /** Validation Profile; since 1.3. */
    public static final int VALIDATION_PROFILE = 0x4200EA;
    /** Profile Information; since 1.3. */
    public static final int PROFILE_INFORMATION = 0x4200EB;
    /** Profile Name; since 1.3. */
    public static final int PROFILE_NAME = 0x4200EC;
    /** Server URI; since 1.3. */
    public static final int SERVER_URI = 0x4200ED;
    /** Server Port; since 1.3. */
    public static final int SERVER_PORT = 0x4200EE;
    /** Streaming Capability; since 1.3. */
    public static final int STREAMING_CAPABILITY = 0x4200EF;
    /** Asynchronous Capability; since 1.3. */
    public static final int ASYNCHRONOUS_CAPABILITY = 0x4200F0;
    /** Attestation Capability; since 1.3. */
    public static final int ATTESTATION_CAPABILITY = 0x4200F1;
    /** Unwrap Mode; since 1.3. */
    public static final int UNWRAP_MODE = 0x4200F2;
    /** Destroy Action; since 1.3. */
    public static final int DESTROY_ACTION = 0x4200F3;
    /** Shredding Algorithm; since 1.3. */
    public static final int SHREDDING_ALGORITHM = 0x4200F4;
    /** RNG Mode; since 1.3. */
    public static final int RNG_MODE = 0x4200F5;
    /** Client Registration Method; since 1.3. */
    public static final int CLIENT_REGISTRATION_METHOD = 0x4200F6;
    /** Capability Information; since 1.3. */
    public static final int CAPABILITY_INFORMATION = 0x4200F7;
    /** Key Wrap Type; since 1.4. */
    public static final int KEY_WRAP_TYPE = 0x4200F8;
    /** Batch Undo Capability; since 1.4. */
    public static final int BATCH_UNDO_CAPABILITY = 0x4200F9;
    /** Batch Continue Capability; since 1.4. */
    public static final int BATCH_CONTINUE_CAPABILITY = 0x4200FA;
    /** PKCS#12 Friendly Name; since 1.4. */
    public static final int PKCS_12_FRIENDLY_NAME = 0x4200FB;
    /** Description; since 1.4. */
    public static final int DESCRIPTION = 0x4200FC;
    /** Comment; since 1.4. */
    public static final int COMMENT = 0x4200FD;
    /** Authenticated Encryption Additional Data; since 1.4. */
    public static final int AUTHENTICATED_ENCRYPTION_ADDITIONAL_DATA = 0x4200FE;
    /** Authenticated Encryption Tag; since 1.4. */
    public static final int AUTHENTICATED_ENCRYPTION_TAG = 0x4200FF;
    /** Salt Length; since 1.4. */
    public static final int SALT_LENGTH = 0x420100;
    /** Mask Generator; since 1.4. */
    public static final int MASK_GENERATOR = 0x420101;
    /** Mask Generator Hashing Algorithm; since 1.4. */
    public static final int MASK_GENERATOR_HASHING_ALGORITHM = 0x420102;
    /** P Source; since 1.4. */
    public static final int P_SOURCE = 0x420103;
    /** Trailer Field; since 1.4. */
    public static final int TRAILER_FIELD = 0x420104;
    /** Client Correlation Value; since 1.4. */
    public static final int CLIENT_CORRELATION_VALUE = 0x420105;
    /** Server Correlation Value; since 1.4. */
    public static final int SERVER_CORRELATION_VALUE = 0x420106;
    /** Digested Data; since 1.4. */
    public static final int DIGESTED_DATA = 0x420107;
    /** Certificate Subject CN; since 1.4. */
    public static final int CERTIFICATE_SUBJECT_CN = 0x420108;
    /** Certificate Subject O; since 1.4. */
    public static final int CERTIFICATE_SUBJECT_O = 0x420109;
    /** Certificate Subject OU; since 1.4. */
    public static final int CERTIFICATE_SUBJECT_OU = 0x42010A;
    /** Certificate Subject Email; since 1.4. */
    public static final int CERTIFICATE_SUBJECT_EMAIL = 0x42010B;
    /** Certificate Subject C; since 1.4. */
    public static final int CERTIFICATE_SUBJECT_C = 0x42010C;
    /** Certificate Subject ST; since 1.4. */
    public static final int CERTIFICATE_SUBJECT_ST = 0x42010D;
    /** Certificate Subject L; since 1.4. */
    public static final int CERTIFICATE_SUBJECT_L = 0x42010E;
    /** Certificate Subject UID; since 1.4. */
    public static final int CERTIFICATE_SUBJECT_UID = 0x42010F;
    /** Certificate Subject Serial Number; since 1.4. */
    public static final int CERTIFICATE_SUBJECT_SERIAL_NUMBER = 0x420110;
    /** Certificate Subject Title; since 1.4. */
    public static final int CERTIFICATE_SUBJECT_TITLE = 0x420111;
    /** Certificate Subject DC; since 1.4. */
    public static final int CERTIFICATE_SUBJECT_DC = 0x420112;
    /** Certificate Subject DN Qualifier; since 1.4. */
    public static final int CERTIFICATE_SUBJECT_DN_QUALIFIER = 0x420113;
    /** Certificate Issuer CN; since 1.4. */
    public static final int CERTIFICATE_ISSUER_CN = 0x420114;
    /** Certificate Issuer O; since 1.4. */
    public static final int CERTIFICATE_ISSUER_O = 0x420115;
    /** Certificate Issuer OU; since 1.4. */
    public static final int CERTIFICATE_ISSUER_OU = 0x420116;
    /** Certificate Issuer Email; since 1.4. */
    public static final int CERTIFICATE_ISSUER_EMAIL = 0x420117;
    /** Certificate Issuer C; since 1.4. */
    public static final int CERTIFICATE_ISSUER_C = 0x420118;
    /** Certificate Issuer ST; since 1.4. */
    public static final int CERTIFICATE_ISSUER_ST = 0x420119;
    /** Certificate Issuer L; since 1.4. */
    public static final int CERTIFICATE_ISSUER_L = 0x42011A;
    /** Certificate Issuer UID; since 1.4. */
    public static final int CERTIFICATE_ISSUER_UID = 0x42011B;
    /** Certificate Issuer Serial Number; since 1.4. */
    public static final int CERTIFICATE_ISSUER_SERIAL_NUMBER = 0x42011C;
    /** Certificate Issuer Title; since 1.4. */
    public static final int CERTIFICATE_ISSUER_TITLE = 0x42011D;
    /** Certificate Issuer DC; since 1.4. */
    public static final int CERTIFICATE_ISSUER_DC = 0x42011E;
    /** Certificate Issuer DN Qualifier; since 1.4. */
    public static final int CERTIFICATE_ISSUER_DN_QUALIFIER = 0x42011F;
    /** Sensitive; since 1.4. */
    public static final int SENSITIVE = 0x420120;
    /** Always Sensitive; since 1.4. */
    public static final int ALWAYS_SENSITIVE = 0x420121;
    /** Extractable; since 1.4. */
    public static final int EXTRACTABLE = 0x420122;
    /** Never Extractable; since 1.4. */
    public static final int NEVER_EXTRACTABLE = 0x420123;
    /** Replace Existing; since 1.4. */
    public static final int REPLACE_EXISTING = 0x420124;
    /** Attributes; since 2.0. */
    public static final int ATTRIBUTES = 0x420125;
    /** Common Attributes; since 2.0. */
    public static final int COMMON_ATTRIBUTES = 0x420126;
    /** Private Key Attributes; since 2.0. */
    public static final int PRIVATE_KEY_ATTRIBUTES = 0x420127;
    /** Public Key Attributes; since 2.0. */
    public static final int PUBLIC_KEY_ATTRIBUTES = 0x420128;
    /** Extension Enumeration; since 2.0. */
    public static final int EXTENSION_ENUMERATION = 0x420129;
    /** Extension Attribute; since 2.0. */
    public static final int EXTENSION_ATTRIBUTE = 0x42012A;
    /** Extension Parent Structure Tag; since 2.0. */
    public static final int EXTENSION_PARENT_STRUCTURE_TAG = 0x42012B;
    /** Extension Description; since 2.0. */
    public static final int EXTENSION_DESCRIPTION = 0x42012C;
    /** Server Name; since 2.0. */
    public static final int SERVER_NAME = 0x42012D;
    /** Server Serial Number; since 2.0. */
    public static final int SERVER_SERIAL_NUMBER = 0x42012E;
    /** Server Version; since 2.0. */
    public static final int SERVER_VERSION = 0x42012F;
    /** Server Load; since 2.0. */
    public static final int SERVER_LOAD = 0x420130;
    /** Product Name; since 2.0. */
    public static final int PRODUCT_NAME = 0x420131;
    /** Build Level; since 2.0. */
    public static final int BUILD_LEVEL = 0x420132;
    /** Build Date; since 2.0. */
    public static final int BUILD_DATE = 0x420133;
    /** Cluster Info; since 2.0. */
    public static final int CLUSTER_INFO = 0x420134;
    /** Alternate Failover Endpoints; since 2.0. */
    public static final int ALTERNATE_FAILOVER_ENDPOINTS = 0x420135;
    /** Short Unique Identifier; since 2.0. */
    public static final int SHORT_UNIQUE_IDENTIFIER = 0x420136;
    /** Tag; since 2.0. */
    public static final int TAG = 0x420138;
    /** Certificate Request Unique Identifier; since 2.0. */
    public static final int CERTIFICATE_REQUEST_UNIQUE_IDENTIFIER = 0x420139;
    /** NIST Key Type; since 2.0. */
    public static final int NIST_KEY_TYPE = 0x42013A;
    /** Attribute Reference; since 2.0. */
    public static final int ATTRIBUTE_REFERENCE = 0x42013B;
    /** Current Attribute; since 2.0. */
    public static final int CURRENT_ATTRIBUTE = 0x42013C;
    /** New Attribute; since 2.0. */
    public static final int NEW_ATTRIBUTE = 0x42013D;
    /** Certificate Request Value; since 2.0. */
    public static final int CERTIFICATE_REQUEST_VALUE = 0x420140;
    /** Log Message; since 2.0. */
    public static final int LOG_MESSAGE = 0x420141;
    /** Profile Version; since 2.0. */
    public static final int PROFILE_VERSION = 0x420142;
    /** Profile Version Major; since 2.0. */
    public static final int PROFILE_VERSION_MAJOR = 0x420143;
    /** Profile Version Minor; since 2.0. */
    public static final int PROFILE_VERSION_MINOR = 0x420144;
    /** Protection Level; since 2.0. */
    public static final int PROTECTION_LEVEL = 0x420145;
    /** Protection Period; since 2.0. */
    public static final int PROTECTION_PERIOD = 0x420146;
    /** Quantum Safe; since 2.0. */
    public static final int QUANTUM_SAFE = 0x420147;
    /** Quantum Safe Capability; since 2.0. */
    public static final int QUANTUM_SAFE_CAPABILITY = 0x420148;
    /** Ticket; since 2.0. */
    public static final int TICKET = 0x420149;
    /** Ticket Type; since 2.0. */
    public static final int TICKET_TYPE = 0x42014A;
    /** Ticket Value; since 2.0. */
    public static final int TICKET_VALUE = 0x42014B;
    /** Request Count; since 2.0. */
    public static final int REQUEST_COUNT = 0x42014C;
    /** Rights; since 2.0. */
    public static final int RIGHTS = 0x42014D;
    /** Objects; since 2.0. */
    public static final int OBJECTS = 0x42014E;
    /** Operations; since 2.0. */
    public static final int OPERATIONS = 0x42014F;
    /** Right; since 2.0. */
    public static final int RIGHT = 0x420150;
    /** Endpoint Role; since 2.0. */
    public static final int ENDPOINT_ROLE = 0x420151;
    /** Defaults Information; since 2.0. */
    public static final int DEFAULTS_INFORMATION = 0x420152;
    /** Object Defaults; since 2.0. */
    public static final int OBJECT_DEFAULTS = 0x420153;
    /** Ephemeral; since 2.0. */
    public static final int EPHEMERAL = 0x420154;
    /** Server Hashed Password; since 2.0. */
    public static final int SERVER_HASHED_PASSWORD = 0x420155;
    /** One Time Password; since 2.0. */
    public static final int ONE_TIME_PASSWORD = 0x420156;
    /** Hashed Password; since 2.0. */
    public static final int HASHED_PASSWORD = 0x420157;
    /** Adjustment Type; since 2.0. */
    public static final int ADJUSTMENT_TYPE = 0x420158;
    /** PKCS#11 Interface; since 2.0. */
    public static final int PKCS_11_INTERFACE = 0x420159;
    /** PKCS#11 Function; since 2.0. */
    public static final int PKCS_11_FUNCTION = 0x42015A;
    /** PKCS#11 Input Parameters; since 2.0. */
    public static final int PKCS_11_INPUT_PARAMETERS = 0x42015B;
    /** PKCS#11 Output Parameters; since 2.0. */
    public static final int PKCS_11_OUTPUT_PARAMETERS = 0x42015C;
    /** PKCS#11 Return Code; since 2.0. */
    public static final int PKCS_11_RETURN_CODE = 0x42015D;
    /** Protection Storage Mask; since 2.0. */
    public static final int PROTECTION_STORAGE_MASK = 0x42015E;
    /** Protection Storage Masks; since 2.0. */
    public static final int PROTECTION_STORAGE_MASKS = 0x42015F;
    /** Interop Function; since 2.0. */
    public static final int INTEROP_FUNCTION = 0x420160;
    /** Interop Identifier; since 2.0. */
    public static final int INTEROP_IDENTIFIER = 0x420161;
    /** Adjustment Value; since 2.0. */
    public static final int ADJUSTMENT_VALUE = 0x420162;
    /** Common Protection Storage Masks; since 2.0. */
    public static final int COMMON_PROTECTION_STORAGE_MASKS = 0x420163;
    /** Private Protection Storage Masks; since 2.0. */
    public static final int PRIVATE_PROTECTION_STORAGE_MASKS = 0x420164;
    /** Public Protection Storage Masks; since 2.0. */
    public static final int PUBLIC_PROTECTION_STORAGE_MASKS = 0x420165;
    /** Object Groups; since 2.1. */
    public static final int OBJECT_GROUPS = 0x420166;
    /** Object Types; since 2.1. */
    public static final int OBJECT_TYPES = 0x420167;
    /** Constraints; since 2.1. */
    public static final int CONSTRAINTS = 0x420168;
    /** Constraint; since 2.1. */
    public static final int CONSTRAINT = 0x420169;
    /** Rotate Interval; since 2.1. */
    public static final int ROTATE_INTERVAL = 0x42016A;
    /** Rotate Automatic; since 2.1. */
    public static final int ROTATE_AUTOMATIC = 0x42016B;
    /** Rotate Offset; since 2.1. */
    public static final int ROTATE_OFFSET = 0x42016C;
    /** Rotate Date; since 2.1. */
    public static final int ROTATE_DATE = 0x42016D;
    /** Rotate Generation; since 2.1. */
    public static final int ROTATE_GENERATION = 0x42016E;
    /** Rotate Name; since 2.1. */
    public static final int ROTATE_NAME = 0x42016F;
    /** Rotate Name Value; since 2.1, gone in 3.0. */
    public static final int ROTATE_NAME_VALUE = 0x420170;
    /** Rotate Name Type; since 2.1, gone in 3.0. */
    public static final int ROTATE_NAME_TYPE = 0x420171;
    /** Rotate Latest; since 2.1. */
    public static final int ROTATE_LATEST = 0x420172;
    /** Asynchronous Request; since 2.1. */
    public static final int ASYNCHRONOUS_REQUEST = 0x420173;
    /** Submission Date; since 2.1. */
    public static final int SUBMISSION_DATE = 0x420174;
    /** Processing Stage; since 2.1. */
    public static final int PROCESSING_STAGE = 0x420175;
    /** Asynchronous Correlation Values; since 2.1. */
    public static final int ASYNCHRONOUS_CORRELATION_VALUES = 0x420176;
    /** Certificate Link; since 3.0. */
    public static final int CERTIFICATE_LINK = 0x420190;
    /** Child Link; since 3.0. */
    public static final int CHILD_LINK = 0x420191;
    /** Derivation Object Link; since 3.0. */
    public static final int DERIVATION_OBJECT_LINK = 0x420192;
    /** Derived Object Link; since 3.0. */
    public static final int DERIVED_OBJECT_LINK = 0x420193;
    /** Next Link; since 3.0. */
    public static final int NEXT_LINK = 0x420194;
    /** Parent Link; since 3.0. */
    public static final int PARENT_LINK = 0x420195;
    /** PKCS#12 Certificate Link; since 3.0. */
    public static final int PKCS_12_CERTIFICATE_LINK = 0x420196;
    /** PKCS#12 Password Link; since 3.0. */
    public static final int PKCS_12_PASSWORD_LINK = 0x420197;
    /** Previous Link; since 3.0. */
    public static final int PREVIOUS_LINK = 0x420198;
    /** Private Key Link; since 3.0. */
    public static final int PRIVATE_KEY_LINK = 0x420199;
    /** Public Key Link; since 3.0. */
    public static final int PUBLIC_KEY_LINK = 0x42019A;
    /** Replaced Object Link; since 3.0. */
    public static final int REPLACED_OBJECT_LINK = 0x42019B;
    /** Replacement Object Link; since 3.0. */
    public static final int REPLACEMENT_OBJECT_LINK = 0x42019C;
    /** Wrapping Key Link; since 3.0. */
    public static final int WRAPPING_KEY_LINK = 0x42019D;
    /** Object Class; since 3.0. */
    public static final int OBJECT_CLASS = 0x42019E;
    /** Object Class Mask; since 3.0. */
    public static final int OBJECT_CLASS_MASK = 0x42019F;
    /** Credential Link; since 3.0. */
    public static final int CREDENTIAL_LINK = 0x4201A0;
    /** Password Credential; since 3.0. */
    public static final int PASSWORD_CREDENTIAL = 0x4201A1;
    /** Password Salt; since 3.0. */
    public static final int PASSWORD_SALT = 0x4201A2;
    /** Password Salt Algorithm; since 3.0. */
    public static final int PASSWORD_SALT_ALGORITHM = 0x4201A3;
    /** Salted Password; since 3.0. */
    public static final int SALTED_PASSWORD = 0x4201A4;
    /** Password Link; since 3.0. */
    public static final int PASSWORD_LINK = 0x4201A5;
    /** Device Credential; since 3.0. */
    public static final int DEVICE_CREDENTIAL = 0x4201A6;
    /** OTP Credential; since 3.0. */
    public static final int OTP_CREDENTIAL = 0x4201A7;
    /** OTP Algorithm; since 3.0. */
    public static final int OTP_ALGORITHM = 0x4201A8;
    /** OTP Digest; since 3.0. */
    public static final int OTP_DIGEST = 0x4201A9;
    /** OTP Serial; since 3.0. */
    public static final int OTP_SERIAL = 0x4201AA;
    /** OTP Seed; since 3.0. */
    public static final int OTP_SEED = 0x4201AB;
    /** OTP Interval; since 3.0. */
    public static final int OTP_INTERVAL = 0x4201AC;
    /** OTP Digits; since 3.0. */
    public static final int OTP_DIGITS = 0x4201AD;
    /** OTP Counter; since 3.0. */
    public static final int OTP_COUNTER = 0x4201AE;
    /** Hashed Password Credential; since 3.0. */
    public static final int HASHED_PASSWORD_CREDENTIAL = 0x4201AF;
    /** Hashed Username Password; since 3.0. */
    public static final int HASHED_USERNAME_PASSWORD = 0x4201B0;
    /** Hashed Password Username; since 3.0. */
    public static final int HASHED_PASSWORD_USERNAME = 0x4201B1;
    /** Credential Information; since 3.0. */
    public static final int CREDENTIAL_INFORMATION = 0x4201B2;
    /** Group Link; since 3.0. */
    public static final int GROUP_LINK = 0x4201B3;
    /** Split Key Base Link; since 3.0. */
    public static final int SPLIT_KEY_BASE_LINK = 0x4201B4;
    /** Joined Split Key Parts Link; since 3.0. */
    public static final int JOINED_SPLIT_KEY_PARTS_LINK = 0x4201B5;
    /** Split Key Polynomial; since 3.0. */
    public static final int SPLIT_KEY_POLYNOMIAL = 0x4201B6;
    /** Deactivation Message; since 3.0. */
    public static final int DEACTIVATION_MESSAGE = 0x4201B7;
    /** Deactivation Reason; since 3.0. */
    public static final int DEACTIVATION_REASON = 0x4201B8;
    /** Deactivation Reason Code; since 3.0. */
    public static final int DEACTIVATION_REASON_CODE = 0x4201B9;
    /** Certificate Subject DN; since 3.0. */
    public static final int CERTIFICATE_SUBJECT_DN = 0x4201BA;
    /** Certificate Issuer DN; since 3.0. */
    public static final int CERTIFICATE_ISSUER_DN = 0x4201BB;
    /** Certificate Request Link; since 3.0. */
    public static final int CERTIFICATE_REQUEST_LINK = 0x4201BC;
    /** Certify Counter; since 3.0. */
    public static final int CERTIFY_COUNTER = 0x4201BD;
    /** Decrypt Counter; since 3.0. */
    public static final int DECRYPT_COUNTER = 0x4201BE;
    /** Encrypt Counter; since 3.0. */
    public static final int ENCRYPT_COUNTER = 0x4201BF;
    /** Sign Counter; since 3.0. */
    public static final int SIGN_COUNTER = 0x4201C0;
    /** Signature Verify Counter; since 3.0. */
    public static final int SIGNATURE_VERIFY_COUNTER = 0x4201C1;
    /** NIST Security Category; since 3.0. */
    public static final int NIST_SECURITY_CATEGORY = 0x4201C2;

    /** Code order: code, XML name, name, since, until. */
    static final String[] ROWS = {
        "420001,ActivationDate,Activation Date,1.0,",
        "420002,ApplicationData,Application Data,1.0,",
        "420003,ApplicationNamespace,Application Namespace,1.0,",
        "420004,ApplicationSpecificInformation,Application Specific Information,1.0,",
        "420005,ArchiveDate,Archive Date,1.0,",
        "420006,AsynchronousCorrelationValue,Asynchronous Correlation Value,1.0,",
        "420007,AsynchronousIndicator,Asynchronous Indicator,1.0,",
        "420008,Attribute,Attribute,1.0,",
        "420009,AttributeIndex,Attribute Index,1.0,2.0",
        "42000A,AttributeName,Attribute Name,1.0,",
        "42000B,AttributeValue,Attribute Value,1.0,",
        "42000C,Authentication,Authentication,1.0,",
        "42000D,BatchCount,Batch Count,1.0,3.0",
        "42000E,BatchErrorContinuationOption,Batch Error Continuation Option,1.0,",
        "42000F,BatchItem,Batch Item,1.0,",
        "420010,BatchOrderOption,Batch Order Option,1.0,3.0",
        "420011,BlockCipherMode,Block Cipher Mode,1.0,",
        "420012,CancellationResult,Cancellation Result,1.0,",
        "420013,Certificate,Certificate,1.0,",
        "420014,CertificateIdentifier,Certificate Identifier,1.0,2.0",
        "420015,CertificateIssuer,Certificate Issuer,1.0,2.0",
        "420016,CertificateIssuerAlternativeName,Certificate Issuer Alternative Name,1.0,2.0",
        "420017,CertificateIssuerDistinguishedName,Certificate Issuer Distinguished Name,1.0,2.0",
        "420018,CertificateRequest,Certificate Request,1.0,",
        "420019,CertificateRequestType,Certificate Request Type,1.0,",
        "42001A,CertificateSubject,Certificate Subject,1.0,2.0",
        "42001B,CertificateSubjectAlternativeName,Certificate Subject Alternative Name,1.0,2.0",
        "42001C,CertificateSubjectDistinguishedName,Certificate Subject Distinguished Name,1.0,2.0",
        "42001D,CertificateType,Certificate Type,1.0,",
        "42001E,CertificateValue,Certificate Value,1.0,",
        "42001F,CommonTemplateAttribute,Common Template-Attribute,1.0,2.0",
        "420020,CompromiseDate,Compromise Date,1.0,",
        "420021,CompromiseOccurrenceDate,Compromise Occurrence Date,1.0,",
        "420022,ContactInformation,Contact Information,1.0,",
        "420023,Credential,Credential,1.0,",
        "420024,CredentialType,Credential Type,1.0,",
        "420025,CredentialValue,Credential Value,1.0,",
        "420026,CriticalityIndicator,Criticality Indicator,1.0,",
        "420027,CRTCoefficient,CRT Coefficient,1.0,",
        "420028,CryptographicAlgorithm,Cryptographic Algorithm,1.0,",
        "420029,CryptographicDomainParameters,Cryptographic Domain Parameters,1.0,",
        "42002A,CryptographicLength,Cryptographic Length,1.0,",
        "42002B,CryptographicParameters,Cryptographic Parameters,1.0,",
        "42002C,CryptographicUsageMask,Cryptographic Usage Mask,1.0,",
        "42002D,CustomAttribute,Custom Attribute,1.0,2.0",
        "42002E,D,D,1.0,",
        "42002F,DeactivationDate,Deactivation Date,1.0,",
        "420030,DerivationData,Derivation Data,1.0,",
        "420031,DerivationMethod,Derivation Method,1.0,",
        "420032,DerivationParameters,Derivation Parameters,1.0,",
        "420033,DestroyDate,Destroy Date,1.0,",
        "420034,Digest,Digest,1.0,",
        "420035,DigestValue,Digest Value,1.0,",
        "420036,EncryptionKeyInformation,Encryption Key Information,1.0,",
        "420037,G,G,1.0,",
        "420038,HashingAlgorithm,Hashing Algorithm,1.0,",
        "420039,InitialDate,Initial Date,1.0,",
        "42003A,InitializationVector,Initialization Vector,1.0,",
        "42003B,Issuer,Issuer,1.0,2.0",
        "42003C,IterationCount,Iteration Count,1.0,",
        "42003D,IVCounterNonce,IV/Counter/Nonce,1.0,",
        "42003E,J,J,1.0,",
        "42003F,Key,Key,1.0,",
        "420040,KeyBlock,Key Block,1.0,",
        "420041,KeyCompressionType,Key Compression Type,1.0,",
        "420042,KeyFormatType,Key Format Type,1.0,",
        "420043,KeyMaterial,Key Material,1.0,",
        "420044,KeyPartIdentifier,Key Part Identifier,1.0,",
        "420045,KeyValue,Key Value,1.0,",
        "420046,KeyWrappingData,Key Wrapping Data,1.0,",
        "420047,KeyWrappingSpecification,Key Wrapping Specification,1.0,",
        "420048,LastChangeDate,Last Change Date,1.0,",
        "420049,LeaseTime,Lease Time,1.0,",
        "42004A,Link,Link,1.0,3.0",
        "42004B,LinkType,Link Type,1.0,3.0",
        "42004C,LinkedObjectIdentifier,Linked Object Identifier,1.0,3.0",
        "42004D,MACSignature,MAC/Signature,1.0,",
        "42004E,MACSignatureKeyInformation,MAC/Signature Key Information,1.0,",
        "42004F,MaximumItems,Maximum Items,1.0,",
        "420050,MaximumResponseSize,Maximum Response Size,1.0,",
        "420051,MessageExtension,Message Extension,1.0,",
        "420052,Modulus,Modulus,1.0,",
        "420053,Name,Name,1.0,",
        "420054,NameType,Name Type,1.0,3.0",
        "420055,NameValue,Name Value,1.0,3.0",
        "420056,ObjectGroup,Object Group,1.0,3.0",
        "420057,ObjectType,Object Type,1.0,",
        "420058,Offset,Offset,1.0,",
        "420059,OpaqueDataType,Opaque Data Type,1.0,",
        "42005A,OpaqueDataValue,Opaque Data Value,1.0,",
        "42005B,OpaqueObject,Opaque Object,1.0,",
        "42005C,Operation,Operation,1.0,",
        "42005D,OperationPolicyName,Operation Policy Name,1.0,2.0",
        "42005E,P,P,1.0,",
        "42005F,PaddingMethod,Padding Method,1.0,",
        "420060,PrimeExponentP,Prime Exponent P,1.0,",
        "420061,PrimeExponentQ,Prime Exponent Q,1.0,",
        "420062,PrimeFieldSize,Prime Field Size,1.0,",
        "420063,PrivateExponent,Private Exponent,1.0,",
        "420064,PrivateKey,Private Key,1.0,",
        "420065,PrivateKeyTemplateAttribute,Private Key Template-Attribute,1.0,2.0",
        "420066,PrivateKeyUniqueIdentifier,Private Key Unique Identifier,1.0,",
        "420067,ProcessStartDate,Process Start Date,1.0,",
        "420068,ProtectStopDate,Protect Stop Date,1.0,",
        "420069,ProtocolVersion,Protocol Version,1.0,",
        "42006A,ProtocolVersionMajor,Protocol Version Major,1.0,",
        "42006B,ProtocolVersionMinor,Protocol Version Minor,1.0,",
        "42006C,PublicExponent,Public Exponent,1.0,",
        "42006D,PublicKey,Public Key,1.0,",
        "42006E,PublicKeyTemplateAttribute,Public Key Template-Attribute,1.0,2.0",
        "42006F,PublicKeyUniqueIdentifier,Public Key Unique Identifier,1.0,",
        "420070,PutFunction,Put Function,1.0,",
        "420071,Q,Q,1.0,",
        "420072,QString,Q String,1.0,",
        "420073,Qlength,Qlength,1.0,",
        "420074,QueryFunction,Query Function,1.0,",
        "420075,RecommendedCurve,Recommended Curve,1.0,",
        "420076,ReplacedUniqueIdentifier,Replaced Unique Identifier,1.0,",
        "420077,RequestHeader,Request Header,1.0,",
        "420078,RequestMessage,Request Message,1.0,",
        "420079,RequestPayload,Request Payload,1.0,",
        "42007A,ResponseHeader,Response Header,1.0,",
        "42007B,ResponseMessage,Response Message,1.0,",
        "42007C,ResponsePayload,Response Payload,1.0,",
        "42007D,ResultMessage,Result Message,1.0,",
        "42007E,ResultReason,Result Reason,1.0,",
        "42007F,ResultStatus,Result Status,1.0,",
        "420080,RevocationMessage,Revocation Message,1.0,",
        "420081,RevocationReason,Revocation Reason,1.0,",
        "420082,RevocationReasonCode,Revocation Reason Code,1.0,",
        "420083,KeyRoleType,Key Role Type,1.0,",
        "420084,Salt,Salt,1.0,",
        "420085,SecretData,Secret Data,1.0,",
        "420086,SecretDataType,Secret Data Type,1.0,",
        "420087,SerialNumber,Serial Number,1.0,2.0",
        "420088,ServerInformation,Server Information,1.0,",
        "420089,SplitKey,Split Key,1.0,",
        "42008A,SplitKeyMethod,Split Key Method,1.0,",
        "42008B,SplitKeyParts,Split Key Parts,1.0,",
        "42008C,SplitKeyThreshold,Split Key Threshold,1.0,",
        "42008D,State,State,1.0,",
        "42008E,StorageStatusMask,Storage Status Mask,1.0,",
        "42008F,SymmetricKey,Symmetric Key,1.0,",
        "420090,Template,Template,1.0,2.0",
        "420091,TemplateAttribute,Template-Attribute,1.0,2.0",
        "420092,TimeStamp,Time Stamp,1.0,",
        "420093,UniqueBatchItemID,Unique Batch Item ID,1.0,3.0",
        "420094,UniqueIdentifier,Unique Identifier,1.0,",
        "420095,UsageLimits,Usage Limits,1.0,",
        "420096,UsageLimitsCount,Usage Limits Count,1.0,",
        "420097,UsageLimitsTotal,Usage Limits Total,1.0,",
        "420098,UsageLimitsUnit,Usage Limits Unit,1.0,",
        "420099,Username,Username,1.0,",
        "42009A,ValidityDate,Validity Date,1.0,",
        "42009B,ValidityIndicator,Validity Indicator,1.0,",
        "42009C,VendorExtension,Vendor Extension,1.0,",
        "42009D,VendorIdentification,Vendor Identification,1.0,",
        "42009E,WrappingMethod,Wrapping Method,1.0,",
        "42009F,X,X,1.0,",
        "4200A0,Y,Y,1.0,",
        "4200A1,Password,Password,1.0,",
        "4200A2,DeviceIdentifier,Device Identifier,1.1,",
        "4200A3,EncodingOption,Encoding Option,1.1,",
        "4200A4,ExtensionInformation,Extension Information,1.1,",
        "4200A5,ExtensionName,Extension Name,1.1,",
        "4200A6,ExtensionTag,Extension Tag,1.1,",
        "4200A7,ExtensionType,Extension Type,1.1,",
        "4200A8,Fresh,Fresh,1.1,",
        "4200A9,MachineIdentifier,Machine Identifier,1.1,",
        "4200AA,MediaIdentifier,Media Identifier,1.1,",
        "4200AB,NetworkIdentifier,Network Identifier,1.1,",
        "4200AC,ObjectGroupMember,Object Group Member,1.1,3.0",
        "4200AD,CertificateLength,Certificate Length,1.1,",
        "4200AE,DigitalSignatureAlgorithm,Digital Signature Algorithm,1.1,",
        "4200AF,CertificateSerialNumber,Certificate Serial Number,1.1,",
        "4200B0,DeviceSerialNumber,Device Serial Number,1.1,",
        "4200B1,IssuerAlternativeName,Issuer Alternative Name,1.1,",
        "4200B2,IssuerDistinguishedName,Issuer Distinguished Name,1.1,",
        "4200B3,SubjectAlternativeName,Subject Alternative Name,1.1,",
        "4200B4,SubjectDistinguishedName,Subject Distinguished Name,1.1,",
        "4200B5,X_509CertificateIdentifier,X.509 Certificate Identifier,1.1,",
        "4200B6,X_509CertificateIssuer,X.509 Certificate Issuer,1.1,",
        "4200B7,X_509CertificateSubject,X.509 Certificate Subject,1.1,",
        "4200B8,KeyValueLocation,Key Value Location,1.2,",
        "4200B9,KeyValueLocationValue,Key Value Location Value,1.2,",
        "4200BA,KeyValueLocationType,Key Value Location Type,1.2,",
        "4200BB,KeyValuePresent,Key Value Present,1.2,",
        "4200BC,OriginalCreationDate,Original Creation Date,1.2,",
        "4200BD,PGPKey,PGP Key,1.2,",
        "4200BE,PGPKeyVersion,PGP Key Version,1.2,",
        "4200BF,AlternativeName,Alternative Name,1.2,",
        "4200C0,AlternativeNameValue,Alternative Name Value,1.2,",
        "4200C1,AlternativeNameType,Alternative Name Type,1.2,",
        "4200C2,Data,Data,1.2,",
        "4200C3,SignatureData,Signature Data,1.2,",
        "4200C4,DataLength,Data Length,1.2,",
        "4200C5,RandomIV,Random IV,1.2,",
        "4200C6,MACData,MAC Data,1.2,",
        "4200C7,AttestationType,Attestation Type,1.2,",
        "4200C8,Nonce,Nonce,1.2,",
        "4200C9,NonceID,Nonce ID,1.2,",
        "4200CA,NonceValue,Nonce Value,1.2,",
        "4200CB,AttestationMeasurement,Attestation Measurement,1.2,",
        "4200CC,AttestationAssertion,Attestation Assertion,1.2,",
        "4200CD,IVLength,IV Length,1.2,",
        "4200CE,TagLength,Tag Length,1.2,",
        "4200CF,FixedFieldLength,Fixed Field Length,1.2,",
        "4200D0,CounterLength,Counter Length,1.2,",
        "4200D1,InitialCounterValue,Initial Counter Value,1.2,",
        "4200D2,InvocationFieldLength,Invocation Field Length,1.2,",
        "4200D3,AttestationCapableIndicator,Attestation Capable Indicator,1.2,",
        "4200D4,OffsetItems,Offset Items,1.3,",
        "4200D5,LocatedItems,Located Items,1.3,",
        "4200D6,CorrelationValue,Correlation Value,1.3,",
        "4200D7,InitIndicator,Init Indicator,1.3,",
        "4200D8,FinalIndicator,Final Indicator,1.3,",
        "4200D9,RNGParameters,RNG Parameters,1.3,",
        "4200DA,RNGAlgorithm,RNG Algorithm,1.3,",
        "4200DB,DRBGAlgorithm,DRBG Algorithm,1.3,",
        "4200DC,FIPS186Variation,FIPS186 Variation,1.3,",
        "4200DD,PredictionResistance,Prediction Resistance,1.3,",
        "4200DE,RandomNumberGenerator,Random Number Generator,1.3,",
        "4200DF,ValidationInformation,Validation Information,1.3,",
        "4200E0,ValidationAuthorityType,Validation Authority Type,1.3,",
        "4200E1,ValidationAuthorityCountry,Validation Authority Country,1.3,",
        "4200E2,ValidationAuthorityURI,Validation Authority URI,1.3,",
        "4200E3,ValidationVersionMajor,Validation Version Major,1.3,",
        "4200E4,ValidationVersionMinor,Validation Version Minor,1.3,",
        "4200E5,ValidationType,Validation Type,1.3,",
        "4200E6,ValidationLevel,Validation Level,1.3,",
        "4200E7,ValidationCertificateIdentifier,Validation Certificate Identifier,1.3,",
        "4200E8,ValidationCertificateURI,Validation Certificate URI,1.3,",
        "4200E9,ValidationVendorURI,Validation Vendor URI,1.3,",
        "4200EA,ValidationProfile,Validation Profile,1.3,",
        "4200EB,ProfileInformation,Profile Information,1.3,",
        "4200EC,ProfileName,Profile Name,1.3,",
        "4200ED,ServerURI,Server URI,1.3,",
        "4200EE,ServerPort,Server Port,1.3,",
        "4200EF,StreamingCapability,Streaming Capability,1.3,",
        "4200F0,AsynchronousCapability,Asynchronous Capability,1.3,",
        "4200F1,AttestationCapability,Attestation Capability,1.3,",
        "4200F2,UnwrapMode,Unwrap Mode,1.3,",
        "4200F3,DestroyAction,Destroy Action,1.3,",
        "4200F4,ShreddingAlgorithm,Shredding Algorithm,1.3,",
        "4200F5,RNGMode,RNG Mode,1.3,",
        "4200F6,ClientRegistrationMethod,Client Registration Method,1.3,",
        "4200F7,CapabilityInformation,Capability Information,1.3,",
        "4200F8,KeyWrapType,Key Wrap Type,1.4,",
        "4200F9,BatchUndoCapability,Batch Undo Capability,1.4,",
        "4200FA,BatchContinueCapability,Batch Continue Capability,1.4,",
        "4200FB,PKCS_12FriendlyName,PKCS#12 Friendly Name,1.4,",
        "4200FC,Description,Description,1.4,",
        "4200FD,Comment,Comment,1.4,",
        "4200FE,AuthenticatedEncryptionAdditionalData,Authenticated Encryption Additional Data,1.4,",
        "4200FF,AuthenticatedEncryptionTag,Authenticated Encryption Tag,1.4,",
        "420100,SaltLength,Salt Length,1.4,",
        "420101,MaskGenerator,Mask Generator,1.4,",
        "420102,MaskGeneratorHashingAlgorithm,Mask Generator Hashing Algorithm,1.4,",
        "420103,PSource,P Source,1.4,",
        "420104,TrailerField,Trailer Field,1.4,",
        "420105,ClientCorrelationValue,Client Correlation Value,1.4,",
        "420106,ServerCorrelationValue,Server Correlation Value,1.4,",
        "420107,DigestedData,Digested Data,1.4,",
        "420108,CertificateSubjectCN,Certificate Subject CN,1.4,",
        "420109,CertificateSubjectO,Certificate Subject O,1.4,",
        "42010A,CertificateSubjectOU,Certificate Subject OU,1.4,",
        "42010B,CertificateSubjectEmail,Certificate Subject Email,1.4,",
        "42010C,CertificateSubjectC,Certificate Subject C,1.4,",
        "42010D,CertificateSubjectST,Certificate Subject ST,1.4,",
        "42010E,CertificateSubjectL,Certificate Subject L,1.4,",
        "42010F,CertificateSubjectUID,Certificate Subject UID,1.4,",
        "420110,CertificateSubjectSerialNumber,Certificate Subject Serial Number,1.4,",
        "420111,CertificateSubjectTitle,Certificate Subject Title,1.4,",
        "420112,CertificateSubjectDC,Certificate Subject DC,1.4,",
        "420113,CertificateSubjectDNQualifier,Certificate Subject DN Qualifier,1.4,",
        "420114,CertificateIssuerCN,Certificate Issuer CN,1.4,",
        "420115,CertificateIssuerO,Certificate Issuer O,1.4,",
        "420116,CertificateIssuerOU,Certificate Issuer OU,1.4,",
        "420117,CertificateIssuerEmail,Certificate Issuer Email,1.4,",
        "420118,CertificateIssuerC,Certificate Issuer C,1.4,",
        "420119,CertificateIssuerST,Certificate Issuer ST,1.4,",
        "42011A,CertificateIssuerL,Certificate Issuer L,1.4,",
        "42011B,CertificateIssuerUID,Certificate Issuer UID,1.4,",
        "42011C,CertificateIssuerSerialNumber,Certificate Issuer Serial Number,1.4,",
        "42011D,CertificateIssuerTitle,Certificate Issuer Title,1.4,",
        "42011E,CertificateIssuerDC,Certificate Issuer DC,1.4,",
        "42011F,CertificateIssuerDNQualifier,Certificate Issuer DN Qualifier,1.4,",
        "420120,Sensitive,Sensitive,1.4,",
        "420121,AlwaysSensitive,Always Sensitive,1.4,",
        "420122,Extractable,Extractable,1.4,",
        "420123,NeverExtractable,Never Extractable,1.4,",
        "420124,ReplaceExisting,Replace Existing,1.4,",
        "420125,Attributes,Attributes,2.0,",
        "420126,CommonAttributes,Common Attributes,2.0,",
        "420127,PrivateKeyAttributes,Private Key Attributes,2.0,",
        "420128,PublicKeyAttributes,Public Key Attributes,2.0,",
        "420129,ExtensionEnumeration,Extension Enumeration,2.0,",
        "42012A,ExtensionAttribute,Extension Attribute,2.0,",
        "42012B,ExtensionParentStructureTag,Extension Parent Structure Tag,2.0,",
        "42012C,ExtensionDescription,Extension Description,2.0,",
        "42012D,ServerName,Server Name,2.0,",
        "42012E,ServerSerialNumber,Server Serial Number,2.0,",
        "42012F,ServerVersion,Server Version,2.0,",
        "420130,ServerLoad,Server Load,2.0,",
        "420131,ProductName,Product Name,2.0,",
        "420132,BuildLevel,Build Level,2.0,",
        "420133,BuildDate,Build Date,2.0,",
        "420134,ClusterInfo,Cluster Info,2.0,",
        "420135,AlternateFailoverEndpoints,Alternate Failover Endpoints,2.0,",
        "420136,ShortUniqueIdentifier,Short Unique Identifier,2.0,",
        "420138,Tag,Tag,2.0,",
        "420139,CertificateRequestUniqueIdentifier,Certificate Request Unique Identifier,2.0,",
        "42013A,NISTKeyType,NIST Key Type,2.0,",
        "42013B,AttributeReference,Attribute Reference,2.0,",
        "42013C,CurrentAttribute,Current Attribute,2.0,",
        "42013D,NewAttribute,New Attribute,2.0,",
        "420140,CertificateRequestValue,Certificate Request Value,2.0,",
        "420141,LogMessage,Log Message,2.0,",
        "420142,ProfileVersion,Profile Version,2.0,",
        "420143,ProfileVersionMajor,Profile Version Major,2.0,",
        "420144,ProfileVersionMinor,Profile Version Minor,2.0,",
        "420145,ProtectionLevel,Protection Level,2.0,",
        "420146,ProtectionPeriod,Protection Period,2.0,",
        "420147,QuantumSafe,Quantum Safe,2.0,",
        "420148,QuantumSafeCapability,Quantum Safe Capability,2.0,",
        "420149,Ticket,Ticket,2.0,",
        "42014A,TicketType,Ticket Type,2.0,",
        "42014B,TicketValue,Ticket Value,2.0,",
        "42014C,RequestCount,Request Count,2.0,",
        "42014D,Rights,Rights,2.0,",
        "42014E,Objects,Objects,2.0,",
        "42014F,Operations,Operations,2.0,",
        "420150,Right,Right,2.0,",
        "420151,EndpointRole,Endpoint Role,2.0,",
        "420152,DefaultsInformation,Defaults Information,2.0,",
        "420153,ObjectDefaults,Object Defaults,2.0,",
        "420154,Ephemeral,Ephemeral,2.0,",
        "420155,ServerHashedPassword,Server Hashed Password,2.0,",
        "420156,OneTimePassword,One Time Password,2.0,",
        "420157,HashedPassword,Hashed Password,2.0,",
        "420158,AdjustmentType,Adjustment Type,2.0,",
        "420159,PKCS_11Interface,PKCS#11 Interface,2.0,",
        "42015A,PKCS_11Function,PKCS#11 Function,2.0,",
        "42015B,PKCS_11InputParameters,PKCS#11 Input Parameters,2.0,",
        "42015C,PKCS_11OutputParameters,PKCS#11 Output Parameters,2.0,",
        "42015D,PKCS_11ReturnCode,PKCS#11 Return Code,2.0,",
        "42015E,ProtectionStorageMask,Protection Storage Mask,2.0,",
        "42015F,ProtectionStorageMasks,Protection Storage Masks,2.0,",
        "420160,InteropFunction,Interop Function,2.0,",
        "420161,InteropIdentifier,Interop Identifier,2.0,",
        "420162,AdjustmentValue,Adjustment Value,2.0,",
        "420163,CommonProtectionStorageMasks,Common Protection Storage Masks,2.0,",
        "420164,PrivateProtectionStorageMasks,Private Protection Storage Masks,2.0,",
        "420165,PublicProtectionStorageMasks,Public Protection Storage Masks,2.0,",
        "420166,ObjectGroups,Object Groups,2.1,",
        "420167,ObjectTypes,Object Types,2.1,",
        "420168,Constraints,Constraints,2.1,",
        "420169,Constraint,Constraint,2.1,",
        "42016A,RotateInterval,Rotate Interval,2.1,",
        "42016B,RotateAutomatic,Rotate Automatic,2.1,",
        "42016C,RotateOffset,Rotate Offset,2.1,",
        "42016D,RotateDate,Rotate Date,2.1,",
        "42016E,RotateGeneration,Rotate Generation,2.1,",
        "42016F,RotateName,Rotate Name,2.1,",
        "420170,RotateNameValue,Rotate Name Value,2.1,3.0",
        "420171,RotateNameType,Rotate Name Type,2.1,3.0",
        "420172,RotateLatest,Rotate Latest,2.1,",
        "420173,AsynchronousRequest,Asynchronous Request,2.1,",
        "420174,SubmissionDate,Submission Date,2.1,",
        "420175,ProcessingStage,Processing Stage,2.1,",
        "420176,AsynchronousCorrelationValues,Asynchronous Correlation Values,2.1,",
        "420190,CertificateLink,Certificate Link,3.0,",
        "420191,ChildLink,Child Link,3.0,",
        "420192,DerivationObjectLink,Derivation Object Link,3.0,",
        "420193,DerivedObjectLink,Derived Object Link,3.0,",
        "420194,NextLink,Next Link,3.0,",
        "420195,ParentLink,Parent Link,3.0,",
        "420196,PKCS_12CertificateLink,PKCS#12 Certificate Link,3.0,",
        "420197,PKCS_12PasswordLink,PKCS#12 Password Link,3.0,",
        "420198,PreviousLink,Previous Link,3.0,",
        "420199,PrivateKeyLink,Private Key Link,3.0,",
        "42019A,PublicKeyLink,Public Key Link,3.0,",
        "42019B,ReplacedObjectLink,Replaced Object Link,3.0,",
        "42019C,ReplacementObjectLink,Replacement Object Link,3.0,",
        "42019D,WrappingKeyLink,Wrapping Key Link,3.0,",
        "42019E,ObjectClass,Object Class,3.0,",
        "42019F,ObjectClassMask,Object Class Mask,3.0,",
        "4201A0,CredentialLink,Credential Link,3.0,",
        "4201A1,PasswordCredential,Password Credential,3.0,",
        "4201A2,PasswordSalt,Password Salt,3.0,",
        "4201A3,PasswordSaltAlgorithm,Password Salt Algorithm,3.0,",
        "4201A4,SaltedPassword,Salted Password,3.0,",
        "4201A5,PasswordLink,Password Link,3.0,",
        "4201A6,DeviceCredential,Device Credential,3.0,",
        "4201A7,OTPCredential,OTP Credential,3.0,",
        "4201A8,OTPAlgorithm,OTP Algorithm,3.0,",
        "4201A9,OTPDigest,OTP Digest,3.0,",
        "4201AA,OTPSerial,OTP Serial,3.0,",
        "4201AB,OTPSeed,OTP Seed,3.0,",
        "4201AC,OTPInterval,OTP Interval,3.0,",
        "4201AD,OTPDigits,OTP Digits,3.0,",
        "4201AE,OTPCounter,OTP Counter,3.0,",
        "4201AF,HashedPasswordCredential,Hashed Password Credential,3.0,",
        "4201B0,HashedUsernamePassword,Hashed Username Password,3.0,",
        "4201B1,HashedPasswordUsername,Hashed Password Username,3.0,",
        "4201B2,CredentialInformation,Credential Information,3.0,",
        "4201B3,GroupLink,Group Link,3.0,",
        "4201B4,SplitKeyBaseLink,Split Key Base Link,3.0,",
        "4201B5,JoinedSplitKeyPartsLink,Joined Split Key Parts Link,3.0,",
        "4201B6,SplitKeyPolynomial,Split Key Polynomial,3.0,",
        "4201B7,DeactivationMessage,Deactivation Message,3.0,",
        "4201B8,DeactivationReason,Deactivation Reason,3.0,",
        "4201B9,DeactivationReasonCode,Deactivation Reason Code,3.0,",
        "4201BA,CertificateSubjectDN,Certificate Subject DN,3.0,",
        "4201BB,CertificateIssuerDN,Certificate Issuer DN,3.0,",
        "4201BC,CertificateRequestLink,Certificate Request Link,3.0,",
        "4201BD,CertifyCounter,Certify Counter,3.0,",
        "4201BE,DecryptCounter,Decrypt Counter,3.0,",
        "4201BF,EncryptCounter,Encrypt Counter,3.0,",
        "4201C0,SignCounter,Sign Counter,3.0,",
        "4201C1,SignatureVerifyCounter,Signature Verify Counter,3.0,",
        "4201C2,NISTSecurityCategory,NIST Security Category,3.0,",
    };

    private Tag() {
    }

    /** An attribute's name in 1.x; 0x hex where there is no name. */
    public static String nameOf(int tag) {
        return TagTable.nameOf(tag);
    }

    /** The name in XML, or null for a tag that no version defines. */
    public static @Nullable String xmlNameOf(int tag) {
        return TagTable.xmlNameOf(tag);
    }

    /** The tag with this XML name, or 0. */
    public static int ofXmlName(String xmlName) {
        return TagTable.ofXmlName(xmlName);
    }

    /** The tag with this name of the specification, or 0. */
    public static int ofName(String name) {
        return TagTable.ofName(name);
    }

    /** Whether a message of this version may carry the tag. */
    public static boolean definedIn(int tag, KmipVersion version) {
        return TagTable.definedIn(tag, version);
    }
}
