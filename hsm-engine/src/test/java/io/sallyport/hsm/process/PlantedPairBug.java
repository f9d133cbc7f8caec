package io.sallyport.hsm.process;

import io.sallyport.hsm.command.DerivationSpec.Method;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineCommand.Amend;
import io.sallyport.hsm.command.EngineCommand.Decapsulate;
import io.sallyport.hsm.command.EngineCommand.Decrypt;
import io.sallyport.hsm.command.EngineCommand.Derive;
import io.sallyport.hsm.command.EngineCommand.Export;
import io.sallyport.hsm.command.EngineCommand.ExportWrapped;
import io.sallyport.hsm.command.EngineCommand.ImportWrapped;
import io.sallyport.hsm.object.Origin;
import io.sallyport.hsm.object.Protection;
import io.sallyport.hsm.object.WrappedObject;
import io.sallyport.hsm.policy.ObjectPolicy.Use;
import io.sallyport.hsm.process.PlantedBug.Forge;

/** Checks of key pairs, and of what comes of them, that the engine could have forgotten. */
enum PlantedPairBug implements Planted {
    PUBLIC_KEY_WRAPS_SENSITIVE(Source.GENERATED),
    PUBLIC_KEY_WRAPS_NOT_EXTRACTABLE(Source.GENERATED),
    PRIVATE_KEY_LEAVES(Source.WRAPPED_WITH_RSA),
    PRIVATE_KEY_DECRYPTS_WITHOUT_RIGHT(Source.WRAPPED_WITH_RSA),
    PRIVATE_KEY_UNWRAPS_TO_CLEAR(Source.WRAPPED_WITH_RSA),
    PRIVATE_KEY_MASK_GROWS(Source.WRAPPED_WITH_RSA),
    PRIVATE_KEY_LOSES_PROTECTION(Source.WRAPPED_WITH_RSA), AGREED_IN_CLEAR(Source.AGREED),
    DECAPSULATED_IN_CLEAR(Source.DECAPSULATED), UNWRAPPED_KEY_IS_TRUSTED(Source.GENERATED),
    AGREED_KEY_IS_TRUSTED(Source.GENERATED), ENCAPSULATED_KEY_IS_TRUSTED(Source.GENERATED),
    WRAPPING_KEY_IS_ENCRYPTED_TO_ANOTHER(Source.GENERATED);

    private final Source source;

    PlantedPairBug(Source source) {
        this.source = source;
    }

    /** Where a protected key comes from. */
    enum Source {
        GENERATED, WRAPPED_WITH_RSA, AGREED, DECAPSULATED
    }

    /** Where the keys come from that it lays bare. */
    Source source() {
        return source;
    }

    @Override
    public EngineCommand<?> in(EngineCommand<?> command, Forge forge) {
        return switch (this) {
            case PUBLIC_KEY_WRAPS_SENSITIVE -> command instanceof ExportWrapped c
                    && isOf(c.wrappingKey(), PairMoves.PUBLIC_KEY)
                            ? wrapped(c, plain(forge, c.object(), c.object().header()
                                    .protection().extractable()), c.wrappingKey())
                            : command;
            case PUBLIC_KEY_WRAPS_NOT_EXTRACTABLE -> command instanceof ExportWrapped c
                    && isOf(c.wrappingKey(), PairMoves.PUBLIC_KEY)
                    && !c.object().header().protection().sensitive()
                            ? wrapped(c, plain(forge, c.object(), true), c.wrappingKey())
                            : command;
            case PRIVATE_KEY_LEAVES -> command instanceof Export c
                    && isOf(c.object(), PairMoves.PRIVATE_KEY)
                            ? new Export(plain(forge, c.object(), true))
                            : command;
            case PRIVATE_KEY_DECRYPTS_WITHOUT_RIGHT -> command instanceof Decrypt c
                    && isOf(c.key(), PairMoves.PRIVATE_KEY)
                            ? new Decrypt(wider(forge, c.key(), Use.DECRYPT.bit()), c.spec(),
                                    c.iv(), c.associatedData(), c.tag(), c.data())
                            : command;
            case PRIVATE_KEY_UNWRAPS_TO_CLEAR -> command instanceof ImportWrapped c
                    && isOf(c.wrappingKey(), PairMoves.PRIVATE_KEY)
                            ? new ImportWrapped(c.header(), plain(forge, c.wrappingKey(), true),
                                    c.spec(), c.encoding(), c.iv(), c.associatedData(), c.tag(),
                                    c.wrapped())
                            : command;
            case PRIVATE_KEY_MASK_GROWS -> command instanceof Amend c
                    && isOf(c.object(), PairMoves.PRIVATE_KEY)
                            ? new Amend(wider(forge, c.object(), c.next().usageMask()), c.next())
                            : command;
            case PRIVATE_KEY_LOSES_PROTECTION -> command instanceof Amend c
                    && isOf(c.object(), PairMoves.PRIVATE_KEY)
                            ? new Amend(plain(forge, c.object(), true), c.next())
                            : command;
            case AGREED_IN_CLEAR -> command instanceof Derive c
                    && c.spec().method() == Method.ASYMMETRIC_KEY
                            ? new Derive(plain(forge, c.key(), true), c.other(), c.spec(),
                                    c.data(), c.salt(), c.iv(), c.header())
                            : command;
            case DECAPSULATED_IN_CLEAR -> command instanceof Decapsulate c
                    ? new Decapsulate(plain(forge, c.key(), true), c.ciphertext(), c.header())
                    : command;
            case UNWRAPPED_KEY_IS_TRUSTED -> trusting(command, forge, "unwrapped");
            case AGREED_KEY_IS_TRUSTED -> trusting(command, forge, "agreed");
            case ENCAPSULATED_KEY_IS_TRUSTED -> trusting(command, forge, "secret");
            case WRAPPING_KEY_IS_ENCRYPTED_TO_ANOTHER -> command instanceof Derive c
                    && c.other() != null && c.header().protection().sensitive()
                            ? new Derive(c.key(), forge.forged(c.other(),
                                    Use.DERIVE_KEY.bit(), Protection.EXTRACTABLE,
                                    Origin.GENERATED), c.spec(), c.data(), c.salt(), c.iv(),
                                    c.header())
                            : command;
        };
    }

    /** What came from another side taken for a wrapping key that was generated here. */
    private static EngineCommand<?> trusting(EngineCommand<?> command, Forge forge, String id) {
        return command instanceof ExportWrapped c && c.wrappingKey().header().id().equals(id)
                && c.wrappingKey().header().protection().sensitive()
                        ? wrapped(c, c.object(), forge.forged(c.wrappingKey(),
                                c.wrappingKey().header().usageMask(),
                                c.wrappingKey().header().protection(), Origin.GENERATED_TO_WRAP))
                        : command;
    }

    private static boolean isOf(WrappedObject object, int type) {
        return object.header().objectType() == type;
    }

    private static WrappedObject plain(Forge forge, WrappedObject object, boolean extractable) {
        return forge.forged(object, object.header().usageMask(),
                new Protection(false, false, extractable, !extractable),
                LocalSeal.origin(object));
    }

    private static WrappedObject wider(Forge forge, WrappedObject object, int rights) {
        return forge.forged(object, object.header().usageMask() | rights,
                object.header().protection(), LocalSeal.origin(object));
    }

    private static ExportWrapped wrapped(ExportWrapped c, WrappedObject object,
            WrappedObject wrappingKey) {
        return new ExportWrapped(object, wrappingKey, c.spec(), c.iv(), c.associatedData(),
                c.prefix(), c.suffix());
    }
}
