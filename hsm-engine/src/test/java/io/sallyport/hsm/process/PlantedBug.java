package io.sallyport.hsm.process;

import java.util.List;

import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineCommand.Amend;
import io.sallyport.hsm.command.EngineCommand.Decrypt;
import io.sallyport.hsm.command.EngineCommand.Derive;
import io.sallyport.hsm.command.EngineCommand.Export;
import io.sallyport.hsm.command.EngineCommand.ExportWrapped;
import io.sallyport.hsm.command.EngineCommand.ImportWrapped;
import io.sallyport.hsm.command.EngineCommand.Join;
import io.sallyport.hsm.command.EngineCommand.Split;
import io.sallyport.hsm.command.EngineCommand.SplitPart;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.hsm.object.Origin;
import io.sallyport.hsm.object.Protection;
import io.sallyport.hsm.object.WrappedObject;
import io.sallyport.hsm.policy.ObjectPolicy.Use;

/**
 * A check that the engine could have forgotten. Each is planted by showing the engine an object
 * with an authentic header under which that check would have passed.
 */
enum PlantedBug implements Planted {
    NONE, EXPORT_OF_SENSITIVE, EXPORT_OF_NOT_EXTRACTABLE, WRAPPING_OF_SENSITIVE,
    WRAPPING_OF_NOT_EXTRACTABLE, WRAPPING_KEY_MAY_DECRYPT, WRAPPING_KEY_IS_NOT_SENSITIVE,
    WRAPPING_KEY_IS_IMPORTED, WRAPPING_KEY_IS_DERIVED, WRAPPING_KEY_COULD_DECRYPT_BEFORE,
    WRAPPING_KEY_LEAVES, WRAPPING_KEY_IS_SPLIT,
    DECRYPTION_WITHOUT_RIGHT,
    UNWRAPPED_WITHOUT_PROTECTION,
    MASK_GROWS, PROTECTION_IS_TAKEN_AWAY, DERIVATION_DATA_LOSE_PROTECTION,
    PARTS_LOSE_PROTECTION, JOINED_LOSES_PROTECTION;

    private static final Protection PLAIN = Protection.EXTRACTABLE;
    private static final Protection ALWAYS_SENSITIVE = new Protection(true, true, true, false);

    /** Seals an object anew under another header or origin. */
    interface Forge {
        WrappedObject forged(WrappedObject object, int mask, Protection protection,
                Origin origin);
    }

    @Override
    public EngineCommand<?> in(EngineCommand<?> command, Forge forge) {
        return switch (this) {
            case NONE -> command;
            case EXPORT_OF_SENSITIVE -> command instanceof Export c
                    ? new Export(with(forge, c.object(), insensitive(c.object())))
                    : command;
            case EXPORT_OF_NOT_EXTRACTABLE -> command instanceof Export c
                    ? new Export(with(forge, c.object(), extractable(c.object())))
                    : command;
            case WRAPPING_OF_SENSITIVE -> command instanceof ExportWrapped c
                    ? wrapped(c, with(forge, c.object(), insensitive(c.object())),
                            c.wrappingKey())
                    : command;
            case WRAPPING_OF_NOT_EXTRACTABLE -> command instanceof ExportWrapped c
                    ? wrapped(c, with(forge, c.object(), extractable(c.object())),
                            c.wrappingKey())
                    : command;
            case WRAPPING_KEY_MAY_DECRYPT -> command instanceof ExportWrapped c
                    ? wrapped(c, c.object(),
                            forge.forged(c.wrappingKey(), mask(c.wrappingKey())
                                    & ~Use.DECRYPT.bit(), protection(c.wrappingKey()),
                                    trusted(c.wrappingKey(), Origin.GENERATED)))
                    : command;
            case WRAPPING_KEY_IS_NOT_SENSITIVE -> command instanceof ExportWrapped c
                    ? wrapped(c, c.object(), forge.forged(c.wrappingKey(), mask(c.wrappingKey()),
                            ALWAYS_SENSITIVE, trusted(c.wrappingKey(), Origin.GENERATED)))
                    : command;
            case WRAPPING_KEY_IS_IMPORTED -> command instanceof ExportWrapped c
                    ? wrapped(c, c.object(), forge.forged(c.wrappingKey(), mask(c.wrappingKey()),
                            protection(c.wrappingKey()),
                            trusted(c.wrappingKey(), Origin.IMPORTED)))
                    : command;
            case WRAPPING_KEY_IS_DERIVED -> command instanceof ExportWrapped c
                    ? wrapped(c, c.object(), forge.forged(c.wrappingKey(), mask(c.wrappingKey()),
                            protection(c.wrappingKey()),
                            trusted(c.wrappingKey(), Origin.DERIVED)))
                    : command;
            case WRAPPING_KEY_COULD_DECRYPT_BEFORE -> command instanceof ExportWrapped c
                    && (mask(c.wrappingKey()) & Use.DECRYPT.bit()) == 0
                    && protection(c.wrappingKey()).alwaysSensitive()
                            ? wrapped(c, c.object(),
                                    forge.forged(c.wrappingKey(), mask(c.wrappingKey()),
                                            protection(c.wrappingKey()),
                                            trusted(c.wrappingKey(), Origin.GENERATED)))
                            : command;
            case WRAPPING_KEY_LEAVES -> command instanceof ExportWrapped c
                    && LocalSeal.origin(c.object()) == Origin.GENERATED_TO_WRAP
                            ? wrapped(c, forge.forged(c.object(), mask(c.object()),
                                    protection(c.object()), Origin.GENERATED), c.wrappingKey())
                            : command;
            case WRAPPING_KEY_IS_SPLIT -> command instanceof Split c
                    && LocalSeal.origin(c.object()) == Origin.GENERATED_TO_WRAP
                            ? new Split(forge.forged(c.object(), mask(c.object()) | Moves.ALL,
                                    protection(c.object()), Origin.GENERATED), c.spec(),
                                    c.headers())
                            : command;
            case DECRYPTION_WITHOUT_RIGHT -> command instanceof Decrypt c
                    ? new Decrypt(forge.forged(c.key(), mask(c.key()) | Use.DECRYPT.bit(),
                            protection(c.key()), LocalSeal.origin(c.key())), c.spec(), c.iv(),
                            c.associatedData(), c.tag(), c.data())
                    : command;
            case UNWRAPPED_WITHOUT_PROTECTION -> command instanceof ImportWrapped c
                    ? new ImportWrapped(c.header(),
                            with(forge, c.wrappingKey(), insensitive(c.wrappingKey())), c.spec(),
                            c.encoding(), c.iv(), c.associatedData(), c.tag(), c.wrapped())
                    : command;
            case MASK_GROWS -> command instanceof Amend c
                    ? new Amend(forge.forged(c.object(), mask(c.object()) | c.next().usageMask(),
                            protection(c.object()), LocalSeal.origin(c.object())), c.next())
                    : command;
            case PROTECTION_IS_TAKEN_AWAY -> command instanceof Amend c
                    ? new Amend(with(forge, c.object(), c.next().protection()), c.next())
                    : command;
            case DERIVATION_DATA_LOSE_PROTECTION -> command instanceof Derive c
                    && c.other() != null
                            ? new Derive(c.key(), with(forge, c.other(), PLAIN), c.spec(),
                                    c.data(), c.salt(), c.iv(), c.header())
                            : command;
            case PARTS_LOSE_PROTECTION -> command instanceof Split c
                    ? new Split(with(forge, c.object(), PLAIN), c.spec(), c.headers())
                    : command;
            case JOINED_LOSES_PROTECTION -> command instanceof Join c
                    ? new Join(c.spec(), unprotected(forge, c.parts()), c.header())
                    : command;
        };
    }

    private static List<SplitPart> unprotected(Forge forge, List<SplitPart> parts) {
        return parts.stream().map(part -> new SplitPart(part.identifier(),
                with(forge, part.object(), PLAIN))).toList();
    }

    private static ExportWrapped wrapped(ExportWrapped c, WrappedObject object,
            WrappedObject wrappingKey) {
        return new ExportWrapped(object, wrappingKey, c.spec(), c.iv(), c.associatedData(),
                c.prefix(), c.suffix());
    }

    private static WrappedObject with(Forge forge, WrappedObject object, Protection protection) {
        return forge.forged(object, mask(object), protection, LocalSeal.origin(object));
    }

    private static Protection insensitive(WrappedObject object) {
        Protection was = protection(object);
        return new Protection(false, false, was.extractable(), was.neverExtractable());
    }

    private static Protection extractable(WrappedObject object) {
        Protection was = protection(object);
        return new Protection(was.sensitive(), was.alwaysSensitive(), true, false);
    }

    /** The origin of a trusted wrapping key in the place of this one. */
    private static Origin trusted(WrappedObject object, Origin instead) {
        Origin origin = LocalSeal.origin(object);
        return origin == instead ? Origin.GENERATED_TO_WRAP : origin;
    }

    private static int mask(WrappedObject object) {
        return header(object).usageMask();
    }

    private static Protection protection(WrappedObject object) {
        return header(object).protection();
    }

    private static ObjectHeader header(WrappedObject object) {
        return object.header();
    }
}
