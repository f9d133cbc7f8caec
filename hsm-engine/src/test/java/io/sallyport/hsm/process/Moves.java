package io.sallyport.hsm.process;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.sallyport.hsm.command.CipherSpec;
import io.sallyport.hsm.command.CipherSpec.Mode;
import io.sallyport.hsm.command.CipherSpec.Padding;
import io.sallyport.hsm.command.DerivationSpec;
import io.sallyport.hsm.command.DerivationSpec.Method;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.HashAlgorithm;
import io.sallyport.hsm.command.MacSpec;
import io.sallyport.hsm.command.SplitSpec;
import io.sallyport.hsm.command.WrapSpec;
import io.sallyport.hsm.object.KeyDates;
import io.sallyport.hsm.object.KeyState;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.hsm.object.Protection;
import io.sallyport.hsm.object.Sha256;
import io.sallyport.hsm.object.WrappedObject;
import io.sallyport.hsm.policy.ObjectPolicy.Use;

/** Every command that makes sense with some objects and some bytes. Stateless. */
final class Moves {
    static final int ALL = Use.ENCRYPT.bit() | Use.DECRYPT.bit() | Use.WRAP_KEY.bit()
            | Use.UNWRAP_KEY.bit() | Use.DERIVE_KEY.bit() | Use.MAC_GENERATE.bit();
    static final Protection SENSITIVE = new Protection(true, true, true, false);
    static final Protection NOT_EXTRACTABLE = new Protection(false, false, false, true);
    static final Protection SHUT = new Protection(true, true, false, true);

    private static final CipherSpec ECB = new CipherSpec(Mode.ECB, Padding.NONE, 0, false);
    private static final List<CipherSpec> CIPHERS =
            List.of(ECB, new CipherSpec(Mode.NIST_KEY_WRAP, Padding.NONE, 0, false));
    private static final SplitSpec SPLIT = new SplitSpec(SplitSpec.Method.XOR, 2, 2);
    private static final int SYMMETRIC_KEY = 2;
    private static final int SPLIT_KEY = 5;
    private static final int KEY_BITS = 256;
    private static final int AES = 3;
    private static final List<Asked> ASKED = List.of(new Asked(ALL, Protection.EXTRACTABLE),
            new Asked(Use.WRAP_KEY.bit(), SENSITIVE), new Asked(ALL, SENSITIVE));
    /** The protected key and the thief's. */
    private static final int FIRST = 2;

    private Moves() {}

    /** What a thief asks a new object to be. */
    record Asked(int mask, Protection protection) {

        @Override
        public String toString() {
            return " " + (protection.sensitive() ? "sensitive " : "") + Integer.toHexString(mask);
        }
    }

    /** A name that tells one move from another, and the command. */
    record Move(String name, EngineCommand<?> command) {

        /** Whether bytes that it gives mean something, whatever it was used on. */
        boolean tells() {
            return !(command instanceof EngineCommand.Decrypt decrypt
                    && decrypt.spec().mode() == Mode.ECB);
        }
    }

    /**
     * An object and a name for it.
     *
     * @param likeness the same for objects that can do the same
     */
    record Thing(String name, WrappedObject object, String likeness) {}

    /** A header to ask for. */
    static ObjectHeader header(int type, int mask, Protection protection) {
        return new ObjectHeader("key", "tenant", 1, type, 1, AES, KEY_BITS, mask,
                KeyState.ACTIVE, new KeyDates(1000, 1000L, null, null, null, null, null, null),
                protection, Sha256.of(new byte[Sha256.BYTES]));
    }

    /** What gives bytes. */
    static Stream<Move> forBytes(List<Thing> things, List<byte[]> known) {
        List<Move> moves = new ArrayList<>();
        for (Thing thing : things) {
            moves.add(new Move("export " + thing.name(), new EngineCommand.Export(thing.object())));
            moves.add(new Move("code " + thing.name(), new EngineCommand.Mac(thing.object(),
                    new MacSpec(HashAlgorithm.SHA_256), null, buffer(Thief.TEXT))));
            for (CipherSpec spec : CIPHERS) {
                for (Thing other : things) {
                    moves.add(new Move("wrap " + other.name() + " " + spec.mode() + " under "
                            + thing.name(),
                            new EngineCommand.ExportWrapped(other.object(), thing.object(),
                                    new WrapSpec(spec), buffer(new byte[0]),
                                    buffer(new byte[0]))));
                }
                moves.add(new Move("encrypt " + spec.mode() + " " + thing.name(),
                        new EngineCommand.Encrypt(thing.object(), spec, null, null,
                                buffer(Thief.TEXT))));
                for (byte[] bytes : known) {
                    moves.add(new Move("decrypt " + spec.mode() + " " + thing.name() + " "
                            + System.identityHashCode(bytes),
                            new EngineCommand.Decrypt(thing.object(), spec, null, null, null,
                                    buffer(bytes))));
                }
            }
        }
        return moves.stream();
    }

    /**
     * What gives objects. Only the first keys and their changed versions are worked on further:
     * material that was derived, unwrapped or split once is not derived or split again.
     */
    static Stream<Move> forObjects(List<Thing> things, List<byte[]> known) {
        List<Move> moves = new ArrayList<>();
        for (Thing thing : things) {
            for (Asked asked : ASKED) {
                ObjectHeader header = header(SYMMETRIC_KEY, asked.mask(), asked.protection());
                if (things.indexOf(thing) < FIRST) {
                    moves.addAll(derivations(thing, things.subList(0, FIRST), header, asked));
                }
                moves.addAll(joins(thing, things, header, asked));
                if (isVersion(thing)) {
                    for (byte[] bytes : known) {
                        moves.add(new Move("unwrap " + thing.name() + " "
                                + System.identityHashCode(bytes) + asked,
                                new EngineCommand.ImportWrapped(header, thing.object(),
                                        WrapSpec.NIST_KEY_WRAP, WrapSpec.Encoding.NONE, null,
                                        null, null, buffer(bytes))));
                    }
                }
            }
            if (things.indexOf(thing) < FIRST) {
                int mask = thing.object().header().usageMask();
                moves.add(split(thing, mask, Protection.EXTRACTABLE));
                moves.add(split(thing, mask, SENSITIVE));
                moves.add(split(thing, ALL, SENSITIVE));
            }
            if (isVersion(thing)) {
                ObjectHeader was = thing.object().header();
                moves.add(amended(thing, ALL, was.protection()));
                moves.add(amended(thing, was.usageMask() & ~Use.DECRYPT.bit(),
                        was.protection()));
                moves.add(amended(thing, was.usageMask(), Protection.EXTRACTABLE));
            }
        }
        return moves.stream();
    }

    private static Move split(Thing thing, int mask, Protection protection) {
        ObjectHeader part = header(SPLIT_KEY, mask, protection);
        return new Move("split " + thing.name() + new Asked(mask, protection),
                new EngineCommand.Split(thing.object(), SPLIT, List.of(part, part)));
    }

    /** Whether it is one of the first keys, changed or not. */
    private static boolean isVersion(Thing thing) {
        return !thing.name().startsWith("[") || thing.name().startsWith("[amend");
    }

    private static List<Move> derivations(Thing key, List<Thing> things, ObjectHeader asked,
            Asked what) {
        DerivationSpec encrypt = new DerivationSpec(Method.ENCRYPT, null, ECB, 0);
        List<Move> moves = new ArrayList<>();
        String made = " for" + what;
        moves.add(new Move("derive ENCRYPT " + key.name() + made, new EngineCommand.Derive(
                key.object(), null, encrypt, buffer(Thief.TEXT), null, null, asked)));
        moves.add(new Move("derive HMAC " + key.name() + made, new EngineCommand.Derive(
                key.object(), null, new DerivationSpec(Method.HMAC, HashAlgorithm.SHA_256),
                buffer(Thief.TEXT), null, null, asked)));
        for (Thing other : things) {
            moves.add(new Move("derive ENCRYPT " + key.name() + " of " + other.name() + made,
                    new EngineCommand.Derive(key.object(), other.object(), encrypt, null, null,
                            null, asked)));
        }
        return moves;
    }

    private static List<Move> joins(Thing first, List<Thing> things, ObjectHeader asked,
            Asked what) {
        return things.stream()
                .filter(other -> isPart(first) && isPart(other) && !other.equals(first)
                        && move(first).equals(move(other)))
                .map(other -> new Move(
                        "join " + first.name() + " " + other.name() + what,
                        new EngineCommand.Join(SPLIT,
                                List.of(new EngineCommand.SplitPart(1, first.object()),
                                        new EngineCommand.SplitPart(2, other.object())),
                                asked)))
                .toList();
    }

    /** The move that an object came from: parts of different splits join to nothing. */
    private static String move(Thing thing) {
        return thing.name().substring(0, thing.name().lastIndexOf(']'));
    }

    private static boolean isPart(Thing thing) {
        return thing.object().header().objectType() == SPLIT_KEY;
    }

    private static Move amended(Thing thing, int mask, Protection protection) {
        return new Move("amend " + thing.name() + " to " + mask + " " + protection.sensitive()
                + protection.extractable(),
                new EngineCommand.Amend(thing.object(), Samples.next(thing.object().header(),
                        KeyState.ACTIVE, mask, protection)));
    }

    private static ByteBuffer buffer(byte[] bytes) {
        return ByteBuffer.wrap(bytes);
    }
}
