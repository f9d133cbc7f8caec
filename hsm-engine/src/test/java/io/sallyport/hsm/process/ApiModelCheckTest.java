package io.sallyport.hsm.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;

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
import io.sallyport.hsm.process.Moves.Move;
import io.sallyport.hsm.process.Moves.Thing;
import io.sallyport.hsm.seal.RootKey;
import io.sallyport.hsm.seal.SealedState;
import io.sallyport.hsm.seal.Terms;

/**
 * Tries what a hostile gateway could: every sequence of up to four commands about a protected key
 * and a key of the thief's, for all usage masks, on the real engine, and looks whether the
 * protected key follows from what came out. Nothing that the thief has is ever taken from him (he
 * keeps all versions of all objects), so a sequence is covered by the set of its commands: each
 * round runs whatever is possible with the results of the rounds before.
 */
class ApiModelCheckTest {
    private static final int ROUNDS = 4;
    /** Every how many of the configurations one is searched. */
    private static final int STRIDE = Integer.getInteger("sallyport.model.stride", 593);
    private static final int THINGS_MAX = 64;
    private static final byte[] IMPORTED = new byte[32];
    private static final List<Protection> PROTECTED =
            List.of(Moves.SENSITIVE, Moves.NOT_EXTRACTABLE, Moves.SHUT);

    @TempDir
    private static Path folder = Path.of("");
    private static @Nullable Terms terms;
    private static @Nullable DrivenEngine engine;

    @BeforeAll
    static void start() throws Exception {
        Arrays.fill(IMPORTED, (byte) 7);
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

    /** A protected key, and a key that the thief had made or brought. */
    private record Configuration(int mask, Protection protection, boolean imported, int ownMask,
            Protection ownProtection) {}

    @Test
    void noSequenceOfCommandsGivesAProtectedKey() {
        List<Configuration> all = configurations();
        int searched = 0;
        long before = engine().commands();
        for (int i = 0; i < all.size(); i += STRIDE) {
            assertThat(search(all.get(i), PlantedBug.NONE)).as(all.get(i).toString()).isEmpty();
            searched++;
        }
        System.out.println("Configurations searched: " + searched + " of " + all.size()
                + ", commands: " + (engine().commands() - before));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void aCheckThatIsForgottenIsFound(PlantedBug bug) {
        String story = configurations().stream().filter(ApiModelCheckTest::isRich)
                .map(configuration -> search(configuration, bug)).filter(found -> !found.isEmpty())
                .findFirst().orElse("");
        System.out.println(bug + ": " + story);
        assertThat(story).isNotEmpty();
    }

    /** With all rights, or all but the one that a trusted wrapping key must not have. */
    private static boolean isRich(Configuration configuration) {
        return configuration.mask() == Moves.ALL
                && (configuration.ownMask() | Use.DECRYPT.bit()) == Moves.ALL;
    }

    private static List<Configuration> configurations() {
        List<Configuration> all = new ArrayList<>();
        for (int mask : masks()) {
            for (int ownMask : masks()) {
                for (Protection protection : PROTECTED) {
                    for (Protection own : List.of(Moves.SENSITIVE, Protection.EXTRACTABLE)) {
                        all.add(new Configuration(mask, protection, false, ownMask, own));
                        all.add(new Configuration(mask, protection, true, ownMask, own));
                    }
                }
            }
        }
        return all;
    }

    /** All subsets of the bits of {@link Moves#ALL}, the largest first. */
    private static List<Integer> masks() {
        List<Integer> masks = new ArrayList<>();
        for (int mask = Moves.ALL; mask > 0; mask = (mask - 1) & Moves.ALL) {
            masks.add(mask);
        }
        masks.add(0);
        return masks;
    }

    /** How the thief came to know the protected key, or an empty text. */
    private static String search(Configuration configuration, PlantedBug bug) {
        engine().plant(bug);
        List<Thing> things = new ArrayList<>();
        add(things, "target", made(Moves.header(2, configuration.mask(),
                configuration.protection()), false));
        add(things, "own", made(Moves.header(2, configuration.ownMask(),
                configuration.ownProtection()), configuration.imported()));
        Thief thief = new Thief(engine().material(things.getFirst().object()));
        if (configuration.imported()) {
            thief.learn(IMPORTED, "his own key");
        }
        Set<String> done = new HashSet<>();
        for (int round = 1; round <= ROUNDS; round++) {
            List<Thing> had = List.copyOf(things);
            List<byte[]> known = thief.known();
            Moves.forBytes(had, known).forEach(move -> run(move, done, thief, things));
            if (round < ROUNDS) {
                Moves.forObjects(had, known).forEach(move -> run(move, done, thief, things));
            }
            thief.think();
            String story = thief.story();
            if (!story.isEmpty()) {
                return story;
            }
        }
        return "";
    }

    private static WrappedObject made(ObjectHeader header, boolean imported) {
        Given given = engine().run(imported
                ? new EngineCommand.Import(header, Samples.direct(IMPORTED))
                : new EngineCommand.Generate(header));
        return Objects.requireNonNull(given).objects().getFirst();
    }

    private static void run(Move move, Set<String> done, Thief thief, List<Thing> things) {
        if (!done.add(move.name())) {
            return;
        }
        Given given = engine().run(move.command());
        if (given == null) {
            return;
        }
        if (given.bytes() != null && move.tells()) {
            thief.learn(given.bytes(), move.name());
        } else if (given.bytes() != null) {
            thief.recognise(given.bytes(), move.name());
        }
        for (WrappedObject object : given.objects()) {
            if (things.size() < THINGS_MAX) {
                add(things, "[" + move.name() + "]", object);
            }
        }
    }

    /** Adds an object unless there is one like it. */
    private static void add(List<Thing> things, String name, WrappedObject object) {
        String likeness = likeness(object);
        if (things.stream().noneMatch(thing -> thing.likeness().equals(likeness))) {
            things.add(new Thing(name + things.size(), object, likeness));
        }
    }

    private static String likeness(WrappedObject object) {
        ObjectHeader header = object.header();
        return HexFormat.of().formatHex(engine().material(object)) + header.objectType() + ' '
                + header.usageMask() + header.protection() + LocalSeal.origin(object);
    }

    private static DrivenEngine engine() {
        return Objects.requireNonNull(engine);
    }
}
