package io.sallyport.gateway.operation.keys;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.operation.Faults;
import io.sallyport.gateway.operation.Internal;
import io.sallyport.gateway.operation.OperationFault;
import io.sallyport.gateway.port.StoredObject;
import io.sallyport.hsm.command.SplitSpec;
import io.sallyport.kmip.model.Attribute;
import io.sallyport.kmip.model.AttributeList;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.ObjectType;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.model.SplitKeyMethod;

/**
 * How a key is split (2.1 sections 2.6, 6.1.10): method, parts and threshold, as a request says
 * them and as each part remembers them. Stateless.
 */
final class Sharing {
    private static final int PARTS_MAX = 255;
    private static final int PARTS_MIN = 2;

    private Sharing() {}

    /**
     * What a request asks for.
     *
     * @throws OperationFault if the numbers make no sense, or the method is not served
     */
    static SplitSpec asked(Enumerated<SplitKeyMethod> method, int parts, int threshold)
            throws OperationFault {
        if (parts < PARTS_MIN || parts > PARTS_MAX || threshold < PARTS_MIN
                || threshold > parts) {
            throw Faults.invalidField("A key is split into 2 to 255 parts, of which at least 2"
                    + " and at most all are needed.");
        }
        SplitSpec.Method known = method(method.known());
        if (known == null) {
            throw Faults.notSupported("The method of splitting is not served.");
        }
        if (known == SplitSpec.Method.XOR && threshold != parts) {
            throw Faults.invalidField("Every part of an XOR is needed.");
        }
        return new SplitSpec(known, parts, threshold);
    }

    /** What a part remembers. */
    static List<Attribute> remembered(SplitSpec spec, int identifier) {
        return List.of(Internal.SPLIT_PARTS.of(spec.parts()),
                Internal.SPLIT_PART.of(identifier), Internal.SPLIT_THRESHOLD.of(spec.threshold()),
                Internal.SPLIT_METHOD.of(spec.method().code()));
    }

    /**
     * What parts agree on.
     *
     * @throws OperationFault if they are not enough parts of one key; one reason for all of it
     */
    static SplitSpec common(List<StoredObject> parts) throws OperationFault {
        SplitSpec spec = null;
        Set<Integer> identifiers = new HashSet<>();
        for (StoredObject part : parts) {
            if (part.header().objectType() != ObjectType.SPLIT_KEY.code()
                    || !identifiers.add(identifier(part))) {
                throw failure();
            }
            SplitSpec own = own(part.attributes());
            if (spec != null && !spec.equals(own)) {
                throw failure();
            }
            spec = own;
        }
        if (spec == null || parts.size() < spec.threshold()) {
            throw failure();
        }
        return spec;
    }

    /** The Key Part Identifier of a part, from 1. */
    static int identifier(StoredObject part) throws OperationFault {
        return number(Internal.SPLIT_PART.in(part.attributes()));
    }

    private static SplitSpec own(AttributeList attributes) throws OperationFault {
        int code = number(Internal.SPLIT_METHOD.in(attributes));
        SplitSpec.Method method = method(SplitKeyMethod.of(code));
        if (method == null) {
            throw failure();
        }
        return new SplitSpec(method, number(Internal.SPLIT_PARTS.in(attributes)),
                number(Internal.SPLIT_THRESHOLD.in(attributes)));
    }

    private static SplitSpec.@Nullable Method method(@Nullable SplitKeyMethod named) {
        return switch (named) {
            case XOR -> SplitSpec.Method.XOR;
            case POLYNOMIAL_SHARING_GF2_16 -> SplitSpec.Method.GF_2_16;
            case POLYNOMIAL_SHARING_GF2_8 -> SplitSpec.Method.GF_2_8;
            case POLYNOMIAL_SHARING_PRIME_FIELD -> null;
            case null -> null;
        };
    }

    private static int number(@Nullable Integer kept) throws OperationFault {
        if (kept == null) {
            throw failure();
        }
        return kept;
    }

    private static OperationFault failure() {
        return new OperationFault(ResultReason.CRYPTOGRAPHIC_FAILURE,
                "These are not enough parts of one key.");
    }
}
