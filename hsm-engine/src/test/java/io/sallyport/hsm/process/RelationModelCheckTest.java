package io.sallyport.hsm.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.hsm.object.Protection;
import io.sallyport.hsm.object.WrappedObject;
import io.sallyport.hsm.policy.ObjectPolicy.Use;
import io.sallyport.hsm.process.DrivenEngine.Given;
import io.sallyport.hsm.seal.RootKey;
import io.sallyport.hsm.seal.SealedState;
import io.sallyport.hsm.seal.Terms;

/**
 * As {@link ApiModelCheckTest}, but what is sought is what the engine makes of a protected key: no
 * such key that says that it never was outside may be among the bytes that come out; none may have blocks that are alike; and no two
 * may differ as the thief chose and both be private keys or of 3DES, which such a difference gives
 * away.
 */
class RelationModelCheckTest {
    private static final int ROUNDS = 4;
    private static final int BLOCK_BYTES = 16;
    private static final HexFormat HEX = HexFormat.of();

    @TempDir
    private static Path folder = Path.of("");
    private static @Nullable Terms terms;
    private static @Nullable DrivenEngine engine;

    @BeforeAll
    static void start() throws Exception {
        SealedState.create(folder.resolve("state"), folder.resolve("key"),
                InstantSource.system());
        terms = Terms.open(folder.resolve("state"), RootKey.read(folder.resolve("key")),
                InstantSource.system());
        engine = new DrivenEngine(terms);
    }

    @AfterAll
    static void stop() {
        if (engine != null && terms != null) {
            engine.close();
            terms.close();
        }
    }

    @Test
    void noSequenceOfCommandsRelatesProtectedKeys() {
        long before = engine().commands();
        int searched = 0;
        for (int mask = 0; mask <= Moves.ALL; mask++) {
            if ((mask & ~Moves.ALL) != 0) {
                continue;
            }
            for (Protection protection : List.of(Moves.SENSITIVE, Moves.SHUT)) {
                engine().plant(PlantedBug.NONE);
                assertThat(new Search(mask, protection, PlantedBug.NONE).run())
                        .as(Integer.toHexString(mask) + " " + protection).isEmpty();
                searched++;
            }
        }
        System.out.println("Configurations with relations: " + searched + ", commands: "
                + (engine().commands() - before));
    }

    @ParameterizedTest
    @EnumSource
    void aCheckThatIsForgottenIsFound(PlantedRelation bug) {
        String story = "";
        for (int mask : new int[]{Moves.ALL, Use.DERIVE_KEY.bit()}) {
            for (Protection protection : List.of(Moves.SENSITIVE, Moves.SHUT)) {
                story = story.isEmpty() ? new Search(mask, protection, bug).run() : story;
            }
        }
        engine().plant(PlantedBug.NONE);
        System.out.println(bug + ": " + story);
        assertThat(story).isNotEmpty();
    }

    private static DrivenEngine engine() {
        return Objects.requireNonNull(engine);
    }

    /** What the thief has in one configuration. Used by one thread. */
    private static final class Search {
        private final List<Made> things = new ArrayList<>();
        private final List<List<WrappedObject>> parts = new ArrayList<>();
        private final Map<String, String> outputs = new LinkedHashMap<>();
        private final Map<String, byte[]> blobs = new LinkedHashMap<>();
        private final Set<String> done = new HashSet<>();
        private final WrappedObject own;
        private final WrappedObject kek;
        private final WrappedObject brought;

        Search(int mask, Protection protection, Planted bug) {
            engine().plant(PlantedBug.NONE);
            int wraps = Use.WRAP_KEY.bit() | Use.UNWRAP_KEY.bit();
            byte[] difference = new byte[32];
            difference[0] = RelationMoves.DIFFERENCE;
            own = made(new EngineCommand.Import(
                    RelationMoves.header(5, 3, 256, 0, Protection.EXTRACTABLE),
                    Samples.direct(difference)));
            kek = made(new EngineCommand.Generate(
                    RelationMoves.header(2, 3, 256, wraps, Moves.SENSITIVE)));
            byte[] outside = new byte[32];
            Arrays.fill(outside, (byte) 9);
            brought = made(new EngineCommand.Import(
                    RelationMoves.header(2, 3, 256, wraps, Moves.SENSITIVE),
                    Samples.direct(outside)));
            sent(outside).forEach(blob -> blobs.put(HEX.formatHex(blob), blob));
            add("base", made(new EngineCommand.Generate(
                    RelationMoves.header(2, 3, 256, mask, protection))));
            engine().plant(bug);
        }

        /** An object with its material. */
        @SuppressWarnings("ArrayRecordComponent") // never compared
        private record Made(String name, WrappedObject object, byte[] material) {

            /** Whether a difference that somebody chose gives it away. */
            boolean hasStructure() {
                ObjectHeader header = object.header();
                return header.objectType() == 4 || header.algorithm() == RelationMoves.DES3;
            }

            /** Whether it says that it never was outside, in clear or at all. */
            boolean hasHistory() {
                Protection protection = object.header().protection();
                return protection.alwaysSensitive() || protection.neverExtractable();
            }

            boolean isProtected() {
                return object.header().protection().isProtected();
            }
        }

        /** A key that somebody outside encrypted, on its way and as the thief changes it. */
        private static List<byte[]> sent(byte[] wrappingKey) {
            byte[] key = new byte[32];
            for (int i = 0; i < key.length; i++) {
                key[i] = (byte) (i * 7 + 1);
            }
            try {
                Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
                cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(wrappingKey, "AES"),
                        new IvParameterSpec(new byte[16]));
                byte[] sent = cipher.doFinal(key);
                byte[] changed = sent.clone();
                changed[0] ^= RelationMoves.DIFFERENCE;
                return List.of(sent, changed);
            } catch (GeneralSecurityException e) {
                throw new AssertionError(e);
            }
        }

        /** What the thief found, or an empty text. */
        String run() {
            for (int round = 1; round <= ROUNDS; round++) {
                List<Made> had = List.copyOf(things);
                for (Made thing : had) {
                    if (done.add("of " + thing.name())) {
                        of(thing);
                    }
                }
                for (List<WrappedObject> two : List.copyOf(parts)) {
                    if (done.add("join " + System.identityHashCode(two))) {
                        RelationMoves.joins(two, own).forEach(this::keep);
                    }
                }
                for (byte[] blob : List.copyOf(blobs.values())) {
                    if (done.add("unwrap " + System.identityHashCode(blob))) {
                        RelationMoves.unwrap(blob, kek).forEach(this::keep);
                        RelationMoves.unwrap(blob, brought).forEach(this::keep);
                    }
                }
                String story = story();
                if (!story.isEmpty()) {
                    return story;
                }
            }
            return "";
        }

        private void of(Made thing) {
            WrappedObject object = thing.object();
            output("digest of " + thing.name(), digest(thing.material()));
            for (EngineCommand<?> move : RelationMoves.outputs(object)) {
                Given given = engine().run(move);
                if (given != null && given.bytes() != null) {
                    output(move.getClass().getSimpleName() + " under " + thing.name(),
                            given.bytes());
                }
            }
            if (thing.name().equals("base")) {
                RelationMoves.derivations(object).forEach(this::keep);
            }
            Given split = engine().run(RelationMoves.split(object));
            if (split != null) {
                parts.add(split.objects());
            }
            Given wrapped = engine().run(RelationMoves.wrap(object, kek));
            if (wrapped != null && wrapped.bytes() != null) {
                blobs.putIfAbsent(HEX.formatHex(wrapped.bytes()), wrapped.bytes());
            }
        }

        private void keep(EngineCommand<?> move) {
            Given given = engine().run(move);
            if (given != null) {
                given.objects().forEach(object -> add(name(move), object));
            }
        }

        private static String name(EngineCommand<?> move) {
            return move instanceof EngineCommand.Derive c ? "Derive " + c.spec().method()
                    : move.getClass().getSimpleName();
        }

        private void add(String name, WrappedObject object) {
            byte[] material = engine().material(object);
            String likeness = HEX.formatHex(material) + object.header().objectType()
                    + object.header().algorithm() + LocalSeal.origin(object);
            if (done.add("thing " + likeness)) {
                things.add(new Made(name.equals("base") ? name : name + " " + things.size(),
                        object, material));
            }
        }

        private void output(String name, byte[] bytes) {
            for (int length : new int[]{24, 32}) {
                if (bytes.length >= length) {
                    outputs.putIfAbsent(HEX.formatHex(bytes, 0, length), name);
                }
            }
        }

        private String story() {
            for (Made thing : things) {
                if (!thing.isProtected()) {
                    continue;
                }
                byte[] material = thing.material();
                String known = outputs.get(HEX.formatHex(material));
                if (known != null && thing.hasHistory()) {
                    return thing.name() + " is the " + known;
                }
                if (hasEqualBlocks(material)) {
                    return thing.name() + " has blocks that are alike";
                }
                if (thing.hasStructure()) {
                    for (Made other : things) {
                        if (other.hasStructure()
                                && differsAsChosen(material, other.material())) {
                            return thing.name() + " and " + other.name() + " are related";
                        }
                    }
                }
            }
            return "";
        }

        private static boolean hasEqualBlocks(byte[] material) {
            return material.length >= 2 * BLOCK_BYTES && Arrays.equals(material, 0, BLOCK_BYTES,
                    material, BLOCK_BYTES, 2 * BLOCK_BYTES);
        }

        private static boolean differsAsChosen(byte[] one, byte[] other) {
            return one.length == other.length
                    && (one[0] ^ other[0]) == RelationMoves.DIFFERENCE
                    && Arrays.equals(one, 1, one.length, other, 1, other.length);
        }

        private static byte[] digest(byte[] material) {
            try {
                return MessageDigest.getInstance("SHA-256").digest(material);
            } catch (GeneralSecurityException e) {
                throw new AssertionError(e);
            }
        }

        private static WrappedObject made(EngineCommand<?> command) {
            return Objects.requireNonNull(engine().run(command)).objects().getFirst();
        }
    }
}
