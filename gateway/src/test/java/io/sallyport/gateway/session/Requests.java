package io.sallyport.gateway.session;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.kmip.message.payload.Activate;
import io.sallyport.kmip.message.payload.Create;
import io.sallyport.kmip.message.payload.Destroy;
import io.sallyport.kmip.message.payload.Encrypt;
import io.sallyport.kmip.message.payload.Get;
import io.sallyport.kmip.message.payload.GetAttributes;
import io.sallyport.kmip.message.payload.Locate;
import io.sallyport.kmip.message.payload.Register;
import io.sallyport.kmip.message.payload.Revoke;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeName;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.BlockCipherMode;
import io.sallyport.kmip.model.CryptographicAlgorithm;
import io.sallyport.kmip.model.CryptographicParameters;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.KeyBlock;
import io.sallyport.kmip.model.ManagedObject;
import io.sallyport.kmip.model.ObjectType;
import io.sallyport.kmip.model.PaddingMethod;
import io.sallyport.kmip.model.RevocationReason;
import io.sallyport.kmip.model.RevocationReasonCode;
import io.sallyport.kmip.model.UniqueIdentifier;
import io.sallyport.kmip.ttlv.ByteSlice;

/** Requests as the tests send them. */
final class Requests {
    static final int ENCRYPT_DECRYPT = 12;

    private Requests() {}

    static ByteSlice hex(String hex) {
        return ByteSlice.of(HexFormat.of().parseHex(hex));
    }

    static String hex(@Nullable ByteSlice slice) {
        return slice == null ? "none" : HexFormat.of().formatHex(slice.toByteArray());
    }

    static UniqueIdentifier id(String id) {
        return UniqueIdentifier.of(id);
    }

    /** AES, this many bits, with more attributes. */
    static Create.Request create(int bits, Attribute... more) {
        List<Attribute> attributes = new ArrayList<>(List.of(
                Attribute.enumeration(AttributeType.CRYPTOGRAPHIC_ALGORITHM,
                        CryptographicAlgorithm.AES),
                Attribute.integer(AttributeType.CRYPTOGRAPHIC_LENGTH, bits),
                Attribute.integer(AttributeType.CRYPTOGRAPHIC_USAGE_MASK, ENCRYPT_DECRYPT)));
        attributes.addAll(List.of(more));
        return new Create.Request(Enumerated.of(ObjectType.SYMMETRIC_KEY),
                new AttributeList(attributes), List.of());
    }

    /** An AES key of the client's own. */
    static Register.Request register(String hexKey, int mask, Attribute... more) {
        List<Attribute> attributes = new ArrayList<>(List.of(more));
        attributes.add(Attribute.integer(AttributeType.CRYPTOGRAPHIC_USAGE_MASK, mask));
        ByteSlice key = hex(hexKey);
        return new Register.Request(Enumerated.of(ObjectType.SYMMETRIC_KEY),
                new AttributeList(attributes), new ManagedObject.SymmetricKey(KeyBlock.raw(key,
                        CryptographicAlgorithm.AES, key.length() * Byte.SIZE)),
                List.of());
    }

    static Attribute activeSince(long seconds) {
        return Attribute.date(AttributeType.ACTIVATION_DATE, seconds);
    }

    static Activate.Request activate(String id) {
        return new Activate.Request(id(id));
    }

    static Destroy.Request destroy(String id) {
        return new Destroy.Request(id(id));
    }

    static Revoke.Request revoke(String id, RevocationReasonCode code) {
        return new Revoke.Request(id(id), new RevocationReason(Enumerated.of(code), null), null);
    }

    static Get.Request get(String id) {
        return Get.Request.of(id);
    }

    static GetAttributes.Request attributes(String id, AttributeType... types) {
        List<AttributeName> names = new ArrayList<>();
        for (AttributeType type : types) {
            names.add(AttributeName.of(type));
        }
        return new GetAttributes.Request(id(id), names);
    }

    static Locate.Request locate(@Nullable Integer max, @Nullable Integer offset,
            Attribute... filter) {
        return new Locate.Request(max, offset, null, null, AttributeList.of(filter));
    }

    static CryptographicParameters cbc(@Nullable Boolean randomIv) {
        return CryptographicParameters.of(null, BlockCipherMode.CBC, PaddingMethod.PKCS5,
                randomIv, null);
    }

    static Encrypt.Request encrypt(String id, CryptographicParameters parameters, String data,
            @Nullable ByteSlice iv) {
        return new Encrypt.Request(id(id), parameters, hex(data), iv, null, null, null, null);
    }
}
