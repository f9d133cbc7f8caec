package io.sallyport.hsm.process;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.sallyport.hsm.command.CipherSpec;
import io.sallyport.hsm.command.CipherSpec.Mode;
import io.sallyport.hsm.command.CipherSpec.Padding;
import io.sallyport.hsm.command.DerivationSpec;
import io.sallyport.hsm.command.DerivationSpec.Method;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineCommand.SplitPart;
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

/** Commands that make material of material, or that give what derived material may be. Stateless. */
final class RelationMoves {
    static final int DES3 = 2;
    static final CipherSpec ECB = new CipherSpec(Mode.ECB, Padding.NONE, 0, false);

    /** What the thief changes: two bits of a byte, so that its parity stays. */
    static final byte DIFFERENCE = 6;
    private static final int AES = 3;
    private static final int EC = 0x1a;
    private static final int RIGHTS = Moves.ALL;
    private static final SplitSpec TWO = new SplitSpec(SplitSpec.Method.XOR, 2, 2);
    private static final SplitSpec THREE = new SplitSpec(SplitSpec.Method.XOR, 3, 3);
    private static final List<Mode> MODES = List.of(Mode.CTR, Mode.CBC, Mode.CFB, Mode.OFB);
    private static final byte[] NOTHING = {};

    private RelationMoves() {}

    /** Two blocks that are alike, as given and with the difference. */
    static List<byte[]> texts() {
        byte[] changed = new byte[32];
        changed[0] = DIFFERENCE;
        return List.of(new byte[32], changed);
    }

    /** What protected material may be asked to become. */
    static List<ObjectHeader> asked(Protection protection) {
        return List.of(header(2, AES, 256, RIGHTS, protection),
                header(2, DES3, 192, RIGHTS, protection), header(4, EC, 256, 1, protection),
                header(4, EC, 256, 0, protection));
    }

    static ObjectHeader header(int type, int algorithm, int bits, int mask,
            Protection protection) {
        return new ObjectHeader("key", "tenant", 1, type, 1, algorithm, bits, mask,
                KeyState.ACTIVE, new KeyDates(1000, 1000L, null, null, null, null, null, null),
                protection, Sha256.of(new byte[Sha256.BYTES]));
    }

    /** Derivations from a key, by every method, of every text. */
    static List<EngineCommand<?>> derivations(WrappedObject key) {
        List<EngineCommand<?>> moves = new ArrayList<>();
        for (ObjectHeader header : asked(key.header().protection())) {
            for (byte[] text : texts()) {
                for (Method method : Method.values()) {
                    switch (method) {
                        case ENCRYPT -> {
                            moves.add(derive(key, new DerivationSpec(method, null, ECB, 0), text,
                                    null, header));
                            MODES.forEach(mode -> moves.add(derive(key,
                                    new DerivationSpec(method, null, cipher(mode), 0), text,
                                    new byte[16], header)));
                        }
                        case HASH, HMAC, PBKDF2, NIST800_108_COUNTER, NIST800_108_FEEDBACK,
                                NIST800_108_DOUBLE_PIPELINE, HKDF ->
                            moves.add(derive(key, new DerivationSpec(method,
                                    HashAlgorithm.SHA_256, null, method == Method.PBKDF2 ? 1 : 0),
                                    text, null, header));
                        case ASYMMETRIC_KEY -> {
                            // Needs a private key.
                        }
                    }
                }
                moves.add(derive(key, new DerivationSpec(Method.NIST800_108_COUNTER, null), text,
                        null, header));
            }
            moves.add(derive(key, new DerivationSpec(Method.HASH, HashAlgorithm.SHA_256), NOTHING,
                    null, header));
        }
        return moves;
    }

    private static EngineCommand<?> derive(WrappedObject key, DerivationSpec spec, byte[] data,
            byte @Nullable [] iv, ObjectHeader header) {
        byte[] salt = texts().getFirst();
        return new EngineCommand.Derive(key, null, spec, buffer(data),
                spec.method() == Method.PBKDF2 || spec.method() == Method.HKDF ? buffer(salt)
                        : null,
                iv == null ? null : buffer(iv), header);
    }

    /** Codes and ciphertexts under a key, of what the derivations compute with it. */
    static List<EngineCommand<?>> outputs(WrappedObject key) {
        List<EngineCommand<?>> moves = new ArrayList<>();
        for (byte[] text : texts()) {
            byte[] counted = new byte[4 + text.length];
            counted[3] = 1;
            System.arraycopy(text, 0, counted, 4, text.length);
            byte[] salted = new byte[text.length + 4];
            salted[text.length + 3] = 1;
            for (byte[] data : List.of(text, counted, salted)) {
                moves.add(new EngineCommand.Mac(key, new MacSpec(HashAlgorithm.SHA_256), null,
                        buffer(data)));
                moves.add(new EngineCommand.Mac(key, new MacSpec(null), null, buffer(data)));
            }
            moves.add(encrypt(key, ECB, text, null));
            MODES.forEach(mode -> moves.add(encrypt(key, cipher(mode), text, new byte[16])));
        }
        return moves;
    }

    private static EngineCommand<?> encrypt(WrappedObject key, CipherSpec spec, byte[] text,
            byte @Nullable [] iv) {
        return new EngineCommand.Encrypt(key, spec, iv == null ? null : buffer(iv), null,
                buffer(text));
    }

    static EngineCommand<?> split(WrappedObject object) {
        ObjectHeader part = header(5, object.header().algorithm(), object.header().lengthBits(),
                object.header().usageMask(), object.header().protection());
        return new EngineCommand.Split(object, TWO, List.of(part, part));
    }

    /** The two parts of an object alone, and with the thief's. */
    static List<EngineCommand<?>> joins(List<WrappedObject> parts, WrappedObject own) {
        SplitPart first = new SplitPart(1, parts.get(0));
        SplitPart second = new SplitPart(2, parts.get(1));
        List<EngineCommand<?>> moves = new ArrayList<>();
        for (ObjectHeader header : asked(parts.getFirst().header().protection())) {
            moves.add(new EngineCommand.Join(TWO, List.of(first, second), header));
            moves.add(new EngineCommand.Join(THREE,
                    List.of(first, second, new SplitPart(3, own)), header));
        }
        return moves;
    }

    static EngineCommand<?> wrap(WrappedObject object, WrappedObject kek) {
        return new EngineCommand.ExportWrapped(object, kek, WrapSpec.NIST_KEY_WRAP,
                buffer(NOTHING), buffer(NOTHING));
    }

    static List<EngineCommand<?>> unwrap(byte[] blob, WrappedObject kek) {
        List<EngineCommand<?>> moves = new ArrayList<>();
        for (ObjectHeader header : asked(Moves.SENSITIVE)) {
            moves.add(unwrap(blob, kek, WrapSpec.NIST_KEY_WRAP, null, header));
            MODES.forEach(mode -> moves
                    .add(unwrap(blob, kek, new WrapSpec(cipher(mode)), new byte[16], header)));
        }
        return moves;
    }

    private static EngineCommand<?> unwrap(byte[] blob, WrappedObject kek, WrapSpec spec,
            byte @Nullable [] iv, ObjectHeader header) {
        return new EngineCommand.ImportWrapped(header, kek, spec, WrapSpec.Encoding.NONE,
                iv == null ? null : buffer(iv), null, null, buffer(blob));
    }

    private static CipherSpec cipher(Mode mode) {
        return new CipherSpec(mode, Padding.NONE, 0, false);
    }

    private static ByteBuffer buffer(byte[] bytes) {
        return Samples.direct(bytes);
    }
}
