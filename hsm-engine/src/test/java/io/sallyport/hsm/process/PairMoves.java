package io.sallyport.hsm.process;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.command.CipherSpec;
import io.sallyport.hsm.command.CipherSpec.Mode;
import io.sallyport.hsm.command.CipherSpec.Padding;
import io.sallyport.hsm.command.DerivationSpec;
import io.sallyport.hsm.command.DerivationSpec.Method;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.HashAlgorithm;
import io.sallyport.hsm.command.WrapSpec;
import io.sallyport.hsm.object.KeyState;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.hsm.object.Protection;
import io.sallyport.hsm.policy.ObjectPolicy.Use;
import io.sallyport.hsm.process.Moves.Asked;
import io.sallyport.hsm.process.Moves.Move;
import io.sallyport.hsm.process.Moves.Thing;

/** Every command that makes sense with key pairs, and with secrets that came of them. Stateless. */
final class PairMoves {
    static final int RSA = 4;
    static final int CURVE = 0x1a;
    static final int ML_KEM_768 = 0x3a;
    static final int AGREE = Use.KEY_AGREEMENT.bit();
    static final int RSA_RIGHTS = Use.ENCRYPT.bit() | Use.DECRYPT.bit() | Use.WRAP_KEY.bit()
            | Use.UNWRAP_KEY.bit();
    static final int PUBLIC_KEY = 3;
    static final int PRIVATE_KEY = 4;
    static final CipherSpec OAEP = CipherSpec.oaep(HashAlgorithm.SHA_256, HashAlgorithm.SHA_256);

    private static final CipherSpec PKCS1 = new CipherSpec(Mode.NONE, Padding.PKCS1_V1_5, 0, false);
    private static final CipherSpec STREAM = new CipherSpec(Mode.CTR, Padding.NONE, 0, false);
    private static final byte[] IV = new byte[16];
    private static final List<Asked> ASKED = List.of(new Asked(Moves.ALL, Protection.EXTRACTABLE),
            new Asked(Moves.ALL, Moves.SHUT), new Asked(Moves.ALL, Moves.SENSITIVE));

    private PairMoves() {}

    /** What gives bytes. */
    static Stream<Move> forBytes(List<Thing> things, List<byte[]> known) {
        List<Move> moves = new ArrayList<>();
        for (Thing thing : things) {
            if (is(thing, PUBLIC_KEY, RSA)) {
                for (Thing other : things) {
                    for (CipherSpec spec : List.of(OAEP, PKCS1)) {
                        moves.add(new Move("wrap " + other.name() + " " + spec.padding()
                                + " under " + thing.name(),
                                new EngineCommand.ExportWrapped(other.object(), thing.object(),
                                        new WrapSpec(spec), buffer(new byte[0]),
                                        buffer(new byte[0]))));
                    }
                }
            } else if (is(thing, PRIVATE_KEY, RSA)) {
                for (byte[] bytes : sized(known, OutsideKeys.RSA_BYTES)) {
                    moves.add(new Move("decrypt " + thing.name() + name(bytes),
                            new EngineCommand.Decrypt(thing.object(), OAEP, null, null, null,
                                    buffer(bytes))));
                }
            }
        }
        return moves.stream();
    }

    /** What gives objects. */
    static Stream<Move> forObjects(List<Thing> things, List<byte[]> known) {
        List<Move> moves = new ArrayList<>();
        for (Thing thing : things) {
            for (Asked asked : ASKED) {
                moves.addAll(of(thing, things, known, asked));
            }
            if (thing.object().header().objectType() == PRIVATE_KEY) {
                ObjectHeader was = thing.object().header();
                moves.add(amended(thing, RSA_RIGHTS | AGREE, was.protection()));
                moves.add(amended(thing, was.usageMask(), Protection.EXTRACTABLE));
            }
        }
        return moves.stream();
    }

    private static List<Move> of(Thing thing, List<Thing> things, List<byte[]> known,
            Asked asked) {
        ObjectHeader header = Moves.header(2, asked.mask(), asked.protection());
        List<Move> moves = new ArrayList<>();
        if (is(thing, PRIVATE_KEY, RSA)) {
            for (byte[] bytes : sized(known, OutsideKeys.RSA_BYTES)) {
                moves.add(new Move("unwrap " + thing.name() + name(bytes) + asked,
                        new EngineCommand.ImportWrapped(named(header, "unwrapped"),
                                thing.object(), new WrapSpec(OAEP), WrapSpec.Encoding.NONE, null,
                                null, null, buffer(bytes))));
            }
        } else if (is(thing, PRIVATE_KEY, CURVE)) {
            for (Thing other : things) {
                if (is(other, PUBLIC_KEY, CURVE)) {
                    moves.add(agreed(thing, other, HashAlgorithm.SHA_256, header, asked));
                    moves.add(agreed(thing, other, null, header, asked));
                }
            }
        } else if (is(thing, PUBLIC_KEY, ML_KEM_768)) {
            moves.add(new Move("encapsulate " + thing.name() + asked,
                    new EngineCommand.Encapsulate(thing.object(), named(header, "secret"))));
        } else if (is(thing, PRIVATE_KEY, ML_KEM_768)) {
            for (byte[] bytes : sized(known, OutsideKeys.KEM_BYTES)) {
                moves.add(new Move("decapsulate " + thing.name() + name(bytes) + asked,
                        new EngineCommand.Decapsulate(thing.object(), buffer(bytes),
                                named(header, "secret"))));
            }
        } else if (thing.name().startsWith("own")) {
            for (Thing other : things) {
                if (is(other, 2, 3)) {
                    moves.add(new Move("derive of " + other.name() + asked,
                            new EngineCommand.Derive(thing.object(), other.object(),
                                    new DerivationSpec(Method.ENCRYPT, null, STREAM, 0), null,
                                    null, buffer(IV), header)));
                }
            }
        }
        return moves;
    }

    private static Move agreed(Thing key, Thing other, @Nullable HashAlgorithm hash,
            ObjectHeader header, Asked asked) {
        return new Move("agree " + key.name() + " with " + other.name() + " " + hash + asked,
                new EngineCommand.Derive(key.object(), other.object(),
                        new DerivationSpec(Method.ASYMMETRIC_KEY, hash), null, null, null,
                        named(header, "agreed")));
    }

    private static Move amended(Thing thing, int mask, Protection protection) {
        return new Move("amend " + thing.name() + " to " + mask + " " + protection.sensitive()
                + protection.extractable(),
                new EngineCommand.Amend(thing.object(), Samples.next(thing.object().header(),
                        KeyState.ACTIVE, mask, protection)));
    }

    private static boolean is(Thing thing, int type, int algorithm) {
        ObjectHeader header = thing.object().header();
        return header.objectType() == type && header.algorithm() == algorithm;
    }

    /** The same header with an identifier that says what the object came from. */
    static ObjectHeader named(ObjectHeader h, String id) {
        return new ObjectHeader(id, h.partition(), h.version(), h.objectType(), h.keyFormat(),
                h.algorithm(), h.lengthBits(), h.usageMask(), h.state(), h.dates(),
                h.protection(), h.attributesDigest());
    }

    /** A header of one half of a key pair. */
    static ObjectHeader half(int type, int algorithm, int bits, int mask, Protection protection) {
        return new ObjectHeader(type == PRIVATE_KEY ? "private" : "public", "tenant", 1, type,
                type == PRIVATE_KEY ? 4 : 5, algorithm, bits, mask, KeyState.ACTIVE,
                Moves.header(2, 0, protection).dates(), protection,
                Moves.header(2, 0, protection).attributesDigest());
    }

    private static List<byte[]> sized(List<byte[]> known, int length) {
        return known.stream().filter(bytes -> bytes.length == length).toList();
    }

    private static String name(byte[] bytes) {
        return " " + System.identityHashCode(bytes);
    }

    private static ByteBuffer buffer(byte[] bytes) {
        return ByteBuffer.wrap(bytes);
    }
}
