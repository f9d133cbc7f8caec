package io.sallyport.gateway.operation;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.object.MechanismFamily;
import io.sallyport.hsm.object.Protection;
import io.sallyport.hsm.policy.MechanismPolicy;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.AttributeType;
import io.sallyport.kmip.model.BlockCipherMode;
import io.sallyport.kmip.model.CryptographicAlgorithm;
import io.sallyport.kmip.model.Items;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.ObjectType;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.ttlv.TtlvItem;

/**
 * The one family of mechanisms that a new key of a strict partition is for. Its usage mask says
 * which; between ciphers with a tag and without one, the block cipher mode of its Cryptographic
 * Parameters decides, and a tag is the default. The engine holds the key to it from then on.
 * Stateless.
 */
public final class OnePurpose {
    private static final List<MechanismFamily> OF_SECRETS =
            List.of(MechanismFamily.AUTHENTICATED_ENCRYPTION, MechanismFamily.KEY_WRAP,
                    MechanismFamily.MAC, MechanismFamily.DERIVATION, MechanismFamily.SIGNATURE);
    private static final List<MechanismFamily> OF_PAIRS =
            List.of(MechanismFamily.SIGNATURE, MechanismFamily.PUBLIC_KEY_ENCRYPTION,
                    MechanismFamily.KEY_TRANSPORT, MechanismFamily.KEY_AGREEMENT);

    private OnePurpose() {}

    /**
     * The protection of a new object, with its family if it has to have one. What unwraps is
     * sensitive too, whether the client said so or not.
     *
     * @param type code of the Object Type
     * @param algorithm code of the Cryptographic Algorithm
     * @param attributes those that hold its Cryptographic Parameters
     * @throws OperationFault if the partition is strict and the mask has rights of several families
     */
    public static Protection of(Call call, int type, int algorithm, int usageMask,
            AttributeList attributes, Protection asked) throws OperationFault {
        if (!call.rules().strict() || usageMask == 0 || asked.family() != null) {
            return asked;
        }
        MechanismFamily family = family(isOfPair(type), usageMask);
        if (family == MechanismFamily.AUTHENTICATED_ENCRYPTION && hasNoTag(algorithm, attributes)) {
            family = MechanismFamily.ENCRYPTION;
        }
        if (family == null) {
            throw mixed(call.version());
        }
        boolean wraps = family == MechanismFamily.KEY_WRAP
                || (family == MechanismFamily.KEY_TRANSPORT
                        && type == ObjectType.PRIVATE_KEY.code());
        return Protection.ofNew(asked.sensitive() || wraps, asked.extractable(), family);
    }

    private static @Nullable MechanismFamily family(boolean ofPair, int usageMask) {
        for (MechanismFamily family : ofPair ? OF_PAIRS : OF_SECRETS) {
            if ((usageMask & ~MechanismPolicy.rights(family)) == 0) {
                return family;
            }
        }
        return null;
    }

    private static boolean isOfPair(int type) {
        return type == ObjectType.PRIVATE_KEY.code() || type == ObjectType.PUBLIC_KEY.code();
    }

    private static boolean hasNoTag(int algorithm, AttributeList attributes) {
        return algorithm == CryptographicAlgorithm.CHA_CHA20.code()
                || algorithm == CryptographicAlgorithm.DES3.code()
                || attributes.first(AttributeType.CRYPTOGRAPHIC_PARAMETERS)
                        .map(parameters -> Items.child(parameters.value(), Tag.BLOCK_CIPHER_MODE))
                        .filter(OnePurpose::isWithoutTag).isPresent();
    }

    private static boolean isWithoutTag(TtlvItem mode) {
        BlockCipherMode known = mode instanceof TtlvItem.EnumerationItem(int _, int code)
                ? BlockCipherMode.of(code)
                : null;
        return known != BlockCipherMode.GCM && known != BlockCipherMode.CCM
                && known != BlockCipherMode.AEAD;
    }

    private static OperationFault mixed(KmipVersion version) {
        return new OperationFault(version.atLeast(KmipVersion.V2_0)
                ? ResultReason.INCOMPATIBLE_CRYPTOGRAPHIC_USAGE_MASK
                : ResultReason.PERMISSION_DENIED,
                "A key of this partition has one purpose; its usage mask asks for several.");
    }
}
