package io.sallyport.hsm.process;

import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineCommand.Derive;
import io.sallyport.hsm.command.EngineCommand.ExportWrapped;
import io.sallyport.hsm.command.EngineCommand.ImportWrapped;
import io.sallyport.hsm.command.EngineCommand.Join;
import io.sallyport.hsm.command.EngineCommand.SplitPart;
import io.sallyport.hsm.object.Origin;
import io.sallyport.hsm.object.Protection;
import io.sallyport.hsm.object.WrappedObject;
import io.sallyport.hsm.policy.ObjectPolicy.Use;
import io.sallyport.hsm.process.PlantedBug.Forge;

/** Checks of what is made of protected keys that the engine could have forgotten. */
enum PlantedRelation implements Planted {
    JOINED_TO_STRUCTURE, JOINED_IS_NOT_MARKED, JOINED_WITH_MORE_RIGHTS, RELATED_IS_WRAPPED,
    CHANGED_CIPHERTEXT_IS_UNWRAPPED, DIGEST_IS_DERIVED, CODE_IS_DERIVED,
    CIPHERTEXT_IS_DERIVED, ENCRYPTED_TO_STRUCTURE, BLOCKS_ARE_DERIVED;

    @Override
    public EngineCommand<?> in(EngineCommand<?> command, Forge forge) {
        return switch (this) {
            case JOINED_TO_STRUCTURE, JOINED_IS_NOT_MARKED -> command instanceof Join c
                    && (this == JOINED_TO_STRUCTURE) == (c.header().objectType() == 4)
                            ? new Join(c.spec(), c.parts().stream()
                                    .map(part -> new SplitPart(part.identifier(),
                                            open(forge, part.object())))
                                    .toList(), c.header())
                            : command;
            case RELATED_IS_WRAPPED -> command instanceof ExportWrapped c
                    ? new ExportWrapped(unrelated(forge, c.object()), c.wrappingKey(), c.spec(),
                            c.iv(), c.associatedData(), c.prefix(), c.suffix())
                    : command;
            case JOINED_WITH_MORE_RIGHTS -> command instanceof Join c
                    ? new Join(c.spec(), c.parts().stream()
                            .map(part -> new SplitPart(part.identifier(),
                                    forge.forged(part.object(), Moves.ALL,
                                            protection(part.object()),
                                            LocalSeal.origin(part.object()))))
                            .toList(), c.header())
                    : command;
            case CHANGED_CIPHERTEXT_IS_UNWRAPPED -> command instanceof ImportWrapped c
                    ? unwrapped(c, open(forge, c.wrappingKey()))
                    : command;
            case DIGEST_IS_DERIVED -> derived(command, forge, DerivedBy.HASH);
            case ENCRYPTED_TO_STRUCTURE -> command instanceof Derive c
                    && c.header().algorithm() == RelationMoves.DES3
                            ? derived(command, forge, DerivedBy.STREAM)
                            : command;
            case BLOCKS_ARE_DERIVED -> derived(command, forge, DerivedBy.BLOCKS);
            case CODE_IS_DERIVED -> withoutRight(command, forge, Use.MAC_GENERATE.bit());
            case CIPHERTEXT_IS_DERIVED -> withoutRight(command, forge,
                    Use.ENCRYPT.bit() | Use.DECRYPT.bit() | Use.WRAP_KEY.bit()
                            | Use.UNWRAP_KEY.bit());
        };
    }

    private enum DerivedBy {
        HASH, STREAM, BLOCKS;

        static DerivedBy of(Derive command) {
            if (command.spec().cipher() == null) {
                return HASH;
            }
            return command.spec().cipher().equals(RelationMoves.ECB) ? BLOCKS : STREAM;
        }
    }

    private static EngineCommand<?> derived(EngineCommand<?> command, Forge forge, DerivedBy by) {
        return command instanceof Derive c && DerivedBy.of(c) == by
                ? derived(c, open(forge, c.key()))
                : command;
    }

    private static EngineCommand<?> withoutRight(EngineCommand<?> command, Forge forge,
            int rights) {
        return command instanceof Derive c
                ? derived(c, forge.forged(c.key(), mask(c.key()) & ~rights, protection(c.key()),
                        LocalSeal.origin(c.key())))
                : command;
    }

    private static Derive derived(Derive c, WrappedObject key) {
        return new Derive(key, c.other(), c.spec(), c.data(), c.salt(), c.iv(), c.header());
    }

    private static ImportWrapped unwrapped(ImportWrapped c, WrappedObject wrappingKey) {
        return new ImportWrapped(c.header(), wrappingKey, c.spec(), c.encoding(), c.iv(),
                c.associatedData(), c.tag(), c.wrapped());
    }

    /** An object that is not protected, with the history that it had. */
    private static WrappedObject open(Forge forge, WrappedObject object) {
        Protection was = protection(object);
        return forge.forged(object, mask(object),
                new Protection(false, was.alwaysSensitive(), true, was.neverExtractable()),
                LocalSeal.origin(object));
    }

    private static WrappedObject unrelated(Forge forge, WrappedObject object) {
        Origin origin = LocalSeal.origin(object);
        return origin == Origin.RELATED
                ? forge.forged(object, mask(object), protection(object), Origin.DERIVED)
                : object;
    }

    private static int mask(WrappedObject object) {
        return object.header().usageMask();
    }

    private static Protection protection(WrappedObject object) {
        return object.header().protection();
    }
}
