package io.sallyport.gateway.operation.message;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.gateway.port.RuleKind;
import io.sallyport.gateway.port.StoredRule;
import io.sallyport.kmip.bind.BindFault;
import io.sallyport.kmip.bind.ConstraintSets;
import io.sallyport.kmip.bind.Dialect;
import io.sallyport.kmip.bind.ItemCodec;
import io.sallyport.kmip.model.Constraint;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.ObjectDefaults;
import io.sallyport.kmip.model.Tag;
import io.sallyport.kmip.ttlv.TtlvBinary;
import io.sallyport.kmip.ttlv.TtlvFault;
import io.sallyport.kmip.ttlv.TtlvItem;
import io.sallyport.kmip.ttlv.TtlvLimits;

/**
 * The rules for new objects of one partition (KMIP 2.1 sections 6.1.52 and 6.1.53). Immutable;
 * views no frame.
 *
 * @param constraints what they must be like, the first that applies decides; null for none
 * @param defaults what they get where the client says nothing; null for none
 * @param strict whether each new key is for one family of mechanisms alone
 */
public record PartitionRules(@Nullable List<Constraint> constraints,
        @Nullable List<ObjectDefaults> defaults, boolean strict) {
    private static final Dialect STORED = Dialect.ofResponse(KmipVersion.V2_1);

    /** No rules. */
    public static final PartitionRules NONE = new PartitionRules(null, null, false);

    /** The same for a partition that is strict. */
    PartitionRules strictly() {
        return new PartitionRules(constraints, defaults, true);
    }

    /** The same with the rules of one kind replaced by stored ones. */
    public PartitionRules with(StoredRule rule) {
        return switch (rule.kind()) {
            case CONSTRAINTS -> new PartitionRules(
                    decoded(rule.text(), ConstraintSets.CONSTRAINTS), defaults, strict);
            case DEFAULTS -> new PartitionRules(constraints,
                    decoded(rule.text(), ConstraintSets.DEFAULTS), strict);
        };
    }

    /** The same without rules of this kind. */
    public PartitionRules without(RuleKind kind) {
        return switch (kind) {
            case CONSTRAINTS -> new PartitionRules(null, defaults, strict);
            case DEFAULTS -> new PartitionRules(constraints, null, strict);
        };
    }

    /** Constraints as they are stored. */
    static String encodedConstraints(List<Constraint> constraints) {
        return encoded(ConstraintSets.CONSTRAINTS.encode(Tag.CONSTRAINTS, constraints,
                STORED));
    }

    /** Defaults as they are stored. */
    public static String encodedDefaults(List<ObjectDefaults> defaults) {
        return encoded(ConstraintSets.DEFAULTS.encode(Tag.DEFAULTS_INFORMATION, defaults,
                STORED));
    }

    private static String encoded(@Nullable TtlvItem item) {
        if (item == null) {
            throw new IllegalArgumentException("KMIP 2.1 can't say these rules.");
        }
        ByteBuffer bytes = ByteBuffer.allocate(TtlvBinary.encodedLength(item));
        TtlvBinary.encode(item, bytes);
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    private static <T> T decoded(String text, ItemCodec<T> codec) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text));
            return codec.decode(TtlvBinary.decode(bytes, TtlvLimits.DEFAULT), KmipVersion.V2_1);
        } catch (TtlvFault | BindFault broken) {
            throw new IllegalArgumentException("The stored rules can't be read.", broken);
        }
    }
}
