package io.sallyport.gateway.operation;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.authorisation.Access;
import io.sallyport.gateway.authorisation.Authorisation;
import io.sallyport.gateway.authorisation.Decision;
import io.sallyport.kmip.bind.ConstraintSets;
import io.sallyport.kmip.bind.Dialect;
import io.sallyport.kmip.model.Enumerated;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.ObjectDefaults;
import io.sallyport.kmip.model.ObjectType;
import io.sallyport.kmip.model.Operation;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.ttlv.TtlvItem;

/**
 * What Query tells of the defaults that new objects of the caller's partition get (KMIP 2.1
 * section 6.1.40). Stateless.
 */
final class DefaultsInformation {

    private DefaultsInformation() {}

    /** The defaults, or null if the partition has none, or none that the version can say. */
    static TtlvItem.@Nullable Structure of(Call call) {
        List<ObjectDefaults> defaults = call.rules().defaults();
        if (defaults == null || Authorisation.decide(call.subject(), Operation.GET_CONSTRAINTS,
                Access.CRYPTO_USER_OR_OPERATOR, null) != Decision.ALLOWED) {
            return null;
        }
        List<ObjectDefaults> sayable =
                call.version().atLeast(KmipVersion.V2_1) ? defaults : ofOneType(defaults);
        return sayable.isEmpty()
                ? null
                : ConstraintSets.DEFAULTS.encode(Tag.DEFAULTS_INFORMATION,
                        sayable, Dialect.ofResponse(call.version()));
    }

    /** As 2.0 says them: one type each, and for every group. */
    private static List<ObjectDefaults> ofOneType(List<ObjectDefaults> defaults) {
        List<ObjectDefaults> single = new ArrayList<>();
        for (ObjectDefaults one : defaults) {
            if (!one.objectGroups().isEmpty()) {
                continue;
            }
            if (one.objectTypes().isEmpty()) {
                single.add(one);
            }
            for (Enumerated<ObjectType> type : one.objectTypes()) {
                single.add(new ObjectDefaults(type, List.of(), List.of(), one.attributes()));
            }
        }
        return single;
    }
}
