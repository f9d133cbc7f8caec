package io.sallyport.hsm.object;

/**
 * Identity and policy of one managed object. The header is stored in clear beside the wrapped
 * material and is the associated data of its wrapping: whoever changes a bit of it can no longer
 * unwrap. All codes are KMIP codes.
 *
 * @param id unique identifier of the object within the domain
 * @param partition the tenant that owns it
 * @param version counts the changes of this object, from 1
 * @param objectType KMIP Object Type
 * @param keyFormat KMIP Key Format Type of the wrapped material; 0 where the type has none
 * @param algorithm KMIP Cryptographic Algorithm; 0 if none
 * @param lengthBits KMIP Cryptographic Length, in bits; 0 if none
 * @param usageMask KMIP Cryptographic Usage Mask, unknown bits kept
 * @param state the state at the last change; dates may have moved the key on since
 * @param attributesDigest SHA-256 over the canonical encoding of the object's other
 *        attributes: binds them to the wrapping
 */
public record ObjectHeader(String id, String partition, long version, int objectType,
        int keyFormat, int algorithm, int lengthBits, int usageMask, KeyState state, KeyDates dates,
        Protection protection, Sha256 attributesDigest) {}
