package io.sallyport.gateway.operation.keys;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.operation.Call;
import io.sallyport.gateway.operation.CreateOperation;
import io.sallyport.gateway.operation.Faults;
import io.sallyport.gateway.operation.Internal;
import io.sallyport.gateway.operation.NewObject;
import io.sallyport.gateway.operation.OperationFault;
import io.sallyport.hsm.algorithm.Algorithm;
import io.sallyport.hsm.algorithm.ParameterSet;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeName;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.CryptographicAlgorithm;
import io.sallyport.kmip.model.Items;
import io.sallyport.kmip.model.KeyFormatType;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.ttlv.TtlvItem;

/**
 * What a new key pair is: algorithm, length, curve and the formats in which its halves are kept.
 * Stateless.
 *
 * @param algorithm code of the Cryptographic Algorithm
 * @param lengthBits length of the keys in bits
 * @param curve code of the Recommended Curve; 0 leaves it to algorithm and length
 */
record NewPair(int algorithm, int lengthBits, int curve, KeyFormatType privateFormat,
        KeyFormatType publicFormat) {

    /**
     * The pair that these attributes ask for.
     *
     * @throws OperationFault if they don't say enough
     */
    static NewPair of(AttributeList privateKey, AttributeList publicKey, KmipVersion version)
            throws OperationFault {
        int algorithm = agreed(privateKey, publicKey, AttributeType.CRYPTOGRAPHIC_ALGORITHM,
                AttributeList::enumerationCode);
        int length = agreed(privateKey, publicKey, AttributeType.CRYPTOGRAPHIC_LENGTH,
                AttributeList::integer);
        int curve = agreed(privateKey, publicKey, AttributeType.CRYPTOGRAPHIC_DOMAIN_PARAMETERS,
                NewPair::curve);
        CryptographicAlgorithm known = CryptographicAlgorithm.of(algorithm);
        if (known == null || !known.definedIn(version)) {
            throw algorithm == 0
                    ? Faults.invalidField("The Cryptographic Algorithm is needed.")
                    : Faults.unsupportedParameters(version);
        }
        if (length == 0) {
            length = lengthBits(known, curve);
        }
        if (length <= 0) {
            throw Faults.invalidField("The Cryptographic Length or a curve is needed.");
        }
        return new NewPair(algorithm, length, curve,
                format(privateKey, privateFormat(known, curve)),
                format(publicKey, publicFormat(known)));
    }

    /** What is stored of a half, with what the server adds. */
    static AttributeList stored(Call call, AttributeList own) {
        List<Attribute> all = new ArrayList<>(own.attributes());
        for (Attribute added : CreateOperation.additions(call, own, 0)) {
            // Only the engine knows how long the encoding of such a key is.
            if (!added.equals(Internal.MATERIAL_LENGTH.of(0))) {
                all.add(added);
            }
        }
        NewObject.born(call, all);
        return new AttributeList(all);
    }

    /** An identifier for a half, which the other half names before there is either. */
    static String newId() {
        return UUID.randomUUID().toString();
    }

    /** The same header under this identifier. */
    static ObjectHeader withId(ObjectHeader header, String id) {
        return new ObjectHeader(id, header.partition(), header.version(), header.objectType(),
                header.keyFormat(), header.algorithm(), header.lengthBits(), header.usageMask(),
                header.state(), header.dates(), header.protection(), header.attributesDigest());
    }

    /** The attributes of one half: its own come before the common ones of one value. */
    static AttributeList merged(AttributeList common, AttributeList own) {
        List<Attribute> merged = new ArrayList<>(own.attributes());
        for (Attribute attribute : common.attributes()) {
            boolean overridden =
                    attribute.name() instanceof AttributeName.Standard(AttributeType type)
                            && !type.multiple() && own.has(type);
            if (!overridden) {
                merged.add(attribute);
            }
        }
        return new AttributeList(merged);
    }

    @FunctionalInterface
    private interface Reading {
        @Nullable
        Integer read(AttributeList attributes, AttributeType type);
    }

    /** A value that both halves have, or that one of them says for both; 0 if nobody does. */
    private static int agreed(AttributeList privateKey, AttributeList publicKey,
            AttributeType type, Reading reading) throws OperationFault {
        Integer mine = reading.read(privateKey, type);
        Integer other = reading.read(publicKey, type);
        if (mine != null && other != null && !mine.equals(other)) {
            throw Faults.invalidField("The keys of a pair have one algorithm and length.");
        }
        return mine != null ? mine : other != null ? other : 0;
    }

    /** The curve that attributes name; 0 if they name none. */
    static int curveOf(AttributeList attributes) {
        Integer named = curve(attributes, AttributeType.CRYPTOGRAPHIC_DOMAIN_PARAMETERS);
        return named == null ? 0 : named;
    }

    private static @Nullable Integer curve(AttributeList attributes, AttributeType type) {
        return attributes.first(type)
                .map(attribute -> Items.child(attribute.value(), Tag.RECOMMENDED_CURVE))
                .map(item -> item instanceof TtlvItem.EnumerationItem(int _, int code)
                        ? Integer.valueOf(code)
                        : null)
                .orElse(null);
    }

    /** The length that the algorithm or the curve implies: that of the public key, if by itself. */
    private static int lengthBits(CryptographicAlgorithm algorithm, int curve) {
        Algorithm served = Algorithm.of(algorithm.code());
        ParameterSet set = served == null ? null : served.set();
        return set == null ? Curves.lengthBits(algorithm, curve)
                : set.publicBytes() * Byte.SIZE;
    }

    private static KeyFormatType format(AttributeList attributes, KeyFormatType otherwise)
            throws OperationFault {
        Integer asked = attributes.enumerationCode(AttributeType.KEY_FORMAT_TYPE);
        if (asked == null) {
            return otherwise;
        }
        KeyFormatType known = KeyFormatType.of(asked);
        if (known == null) {
            throw Faults.invalidField("The key format type is not known.");
        }
        return known;
    }

    private static KeyFormatType privateFormat(CryptographicAlgorithm algorithm, int curve) {
        return switch (algorithm) {
            case RSA -> KeyFormatType.PKCS_1;
            case EC, ECDSA, ECDH, ECMQV -> Curves.isMontgomery(curve)
                    ? KeyFormatType.PKCS_8
                    : KeyFormatType.EC_PRIVATE_KEY;
            default -> KeyFormatType.PKCS_8;
        };
    }

    private static KeyFormatType publicFormat(CryptographicAlgorithm algorithm) {
        return algorithm == CryptographicAlgorithm.RSA
                ? KeyFormatType.PKCS_1
                : KeyFormatType.X_509;
    }
}
