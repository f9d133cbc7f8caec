package io.sallyport.hsm.policy;

import java.util.ArrayList;
import java.util.List;

import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.command.SplitSpec;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.hsm.object.Origin;
import io.sallyport.hsm.object.StoredForm;

/**
 * Decides what may be split into parts, and what parts may be joined to. Whoever joins brings parts
 * of his own and says which part is which, so that what he gets is the key that was split or one
 * that differs from it as he likes. Stateless.
 */
public final class PartPolicy {
    private PartPolicy() {}

    /**
     * The headers under which the parts of an object are stored.
     *
     * @param asked one header for each part
     */
    public static List<ObjectHeader> admitParts(List<ObjectHeader> asked, SplitSpec.Method method,
            StoredForm source) throws EngineFault {
        checkMethod(method, source.header());
        ObjectPolicy.checkStays(source.origin());
        if (source.header().protection().isProtected()
                && source.header().objectType() == ObjectPolicy.PRIVATE_KEY) {
            throw new EngineFault(Reason.SENSITIVE,
                    "A private key that is sensitive or not extractable is not split.");
        }
        List<ObjectHeader> parts = new ArrayList<>();
        for (ObjectHeader part : asked) {
            if (part.objectType() != ObjectPolicy.SPLIT_KEY) {
                throw new EngineFault(Reason.POLICY, "A part is stored as a split key.");
            }
            ObjectHeader header = ObjectPolicy.admitFrom(part, List.of(source.header()));
            checkKept(header, source.header());
            parts.add(header);
        }
        return parts;
    }

    /** The header under which material is stored that these parts give. */
    public static ObjectHeader admitJoined(ObjectHeader asked, SplitSpec.Method method,
            List<StoredForm> parts) throws EngineFault {
        List<ObjectHeader> sources = new ArrayList<>();
        for (StoredForm part : parts) {
            checkMethod(method, part.header());
            ObjectPolicy.checkStays(part.origin());
            if (part.header().objectType() != ObjectPolicy.SPLIT_KEY) {
                throw new EngineFault(Reason.POLICY, "Only parts of a split key are joined.");
            }
            sources.add(part.header());
        }
        ObjectHeader header = ObjectPolicy.admitFrom(asked, sources);
        for (ObjectHeader source : sources) {
            checkKept(header, source);
        }
        if (originOfJoined(parts) == Origin.RELATED) {
            ObjectPolicy.requireWithoutStructure(header);
        }
        return header;
    }

    /** Where what these parts give comes from. */
    public static Origin originOfJoined(List<StoredForm> parts) {
        return parts.stream().anyMatch(part -> part.header().protection().isProtected())
                ? Origin.RELATED
                : Origin.DERIVED;
    }

    /** Over its parts a key comes neither out of its family nor to another right. */
    private static void checkKept(ObjectHeader made, ObjectHeader source) throws EngineFault {
        MechanismPolicy.checkKept(made, source);
        boolean grows = (made.usageMask() & ~source.usageMask()) != 0;
        if (grows && source.protection().isProtected()) {
            throw new EngineFault(Reason.POLICY,
                    "A protected key and its parts have no right that the other has not.");
        }
    }

    /**
     * Whether material may be split or joined in this way. Over a prime field the caller's prime and
     * length decide how much of the material is left, so a protected key could be found piece by
     * piece.
     */
    private static void checkMethod(SplitSpec.Method method, ObjectHeader source)
            throws EngineFault {
        if (method == SplitSpec.Method.PRIME_FIELD && source.protection().isProtected()) {
            throw new EngineFault(Reason.SENSITIVE,
                    "A key that is sensitive or not extractable is not split over a prime field.");
        }
    }
}
