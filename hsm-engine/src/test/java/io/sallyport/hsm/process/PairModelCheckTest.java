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

import io.sallyport.hsm.command.DerivationSpec;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.HashAlgorithm;
import io.sallyport.hsm.command.WrapSpec;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.hsm.object.Protection;
import io.sallyport.hsm.object.WrappedObject;
import io.sallyport.hsm.policy.ObjectPolicy.Use;
import io.sallyport.hsm.process.DrivenEngine.Given;
import io.sallyport.hsm.process.Moves.Move;
import io.sallyport.hsm.process.Moves.Thing;
import io.sallyport.hsm.process.PlantedPairBug.Source;
import io.sallyport.hsm.seal.RootKey;
import io.sallyport.hsm.seal.SealedState;
import io.sallyport.hsm.seal.Terms;

/**
 * As {@link ApiModelCheckTest}, with key pairs: the engine's, whose private keys never leave, and the
 * thief's, whose private keys he has. He wraps, unwraps, agrees, encapsulates and decapsulates with
 * each, and uses what comes of it as keys, in the engine and outside.
 */
class PairModelCheckTest {
    private static final int ROUNDS = 4;
    private static final int THINGS_MAX = 48;
    private static final byte[] OWN = new byte[32];

    @TempDir
    private static Path folder = Path.of("");
    private static @Nullable Terms terms;
    private static @Nullable DrivenEngine engine;
    private static final List<Pair> OWN_PAIRS = new ArrayList<>();
    private static final List<Pair> PAIRS = new ArrayList<>();

    private record Pair(WrappedObject privateKey, WrappedObject publicKey) {}

    private record Configuration(Source source, Protection protection) {}

    @BeforeAll
    static void start() throws Exception {
        Arrays.fill(OWN, (byte) 7);
        SealedState.create(folder.resolve("state"), folder.resolve("key"),
                InstantSource.system());
        terms = Terms.open(folder.resolve("state"), RootKey.read(folder.resolve("key")),
                InstantSource.system());
        engine = new DrivenEngine(terms);
        Protection open = Protection.EXTRACTABLE;
        for (boolean own : new boolean[]{true, false}) {
            List<Pair> pairs = own ? OWN_PAIRS : PAIRS;
            Protection shut = own ? open : Moves.SHUT;
            int rights = own ? PairMoves.RSA_RIGHTS : Use.UNWRAP_KEY.bit();
            pairs.add(pair(PairMoves.RSA, 2048, 0, rights, PairMoves.RSA_RIGHTS, shut));
            pairs.add(pair(PairMoves.CURVE, 0, 0x45, PairMoves.AGREE, PairMoves.AGREE, shut));
            pairs.add(pair(PairMoves.ML_KEM_768, 1184 * Byte.SIZE, 0, PairMoves.AGREE,
                    PairMoves.AGREE, shut));
        }
    }

    @AfterAll
    static void stop() {
        OWN_PAIRS.clear();
        PAIRS.clear();
        if (engine != null && terms != null) {
            engine.close();
            terms.close();
        }
    }

    private static Pair pair(int algorithm, int bits, int curve, int privateMask, int publicMask,
            Protection protection) {
        Given given = Objects.requireNonNull(engine().run(new EngineCommand.GeneratePair(
                PairMoves.half(PairMoves.PRIVATE_KEY, algorithm, bits, privateMask, protection),
                PairMoves.half(PairMoves.PUBLIC_KEY, algorithm, bits, publicMask,
                        Protection.EXTRACTABLE),
                curve)));
        return new Pair(given.objects().get(0), given.objects().get(1));
    }

    @Test
    void noSequenceOfCommandsGivesAProtectedKey() {
        long before = engine().commands();
        for (Configuration configuration : configurations()) {
            assertThat(search(configuration, PlantedBug.NONE)).as(configuration.toString())
                    .isEmpty();
        }
        System.out.println("Configurations with key pairs: " + configurations().size()
                + ", commands: " + (engine().commands() - before));
    }

    @ParameterizedTest
    @EnumSource
    void aCheckThatIsForgottenIsFound(PlantedPairBug bug) {
        String story = configurations().stream()
                .filter(configuration -> configuration.source() == bug.source())
                .map(configuration -> search(configuration, bug)).filter(found -> !found.isEmpty())
                .findFirst().orElse("");
        System.out.println(bug + ": " + story);
        assertThat(story).isNotEmpty();
    }

    private static List<Configuration> configurations() {
        List<Configuration> all = new ArrayList<>();
        for (Protection protection : List.of(Moves.SENSITIVE, Moves.NOT_EXTRACTABLE,
                Moves.SHUT)) {
            all.add(new Configuration(Source.GENERATED, protection));
        }
        for (Source source : List.of(Source.WRAPPED_WITH_RSA, Source.AGREED,
                Source.DECAPSULATED)) {
            all.add(new Configuration(source, Moves.SHUT));
        }
        return all;
    }

    /** What is there at the beginning. */
    private record Scene(List<Thing> things, Thief thief) {}

    private static Scene scene(Source source, Protection protection) {
        ObjectHeader header = Moves.header(2, Moves.ALL, protection);
        Given honest = null;
        WrappedObject target = switch (source) {
            case GENERATED -> made(new EngineCommand.Generate(header));
            case WRAPPED_WITH_RSA -> {
                honest = wrappedOutside();
                yield made(unwrapping(header, Objects.requireNonNull(honest.bytes())));
            }
            case AGREED -> made(new EngineCommand.Derive(PAIRS.get(1).privateKey(),
                    honestPoint(), new DerivationSpec(
                            DerivationSpec.Method.ASYMMETRIC_KEY, HashAlgorithm.SHA_256),
                    null, null, null, header));
            case DECAPSULATED -> {
                honest = run(new EngineCommand.Encapsulate(PAIRS.get(2).publicKey(), header));
                yield honest.objects().getFirst();
            }
        };
        List<Thing> things = new ArrayList<>();
        Thief thief = new Thief(engine().material(target));
        add(things, "target", target);
        add(things, "own", made(new EngineCommand.Import(
                Moves.header(2, Moves.ALL, Protection.EXTRACTABLE), Samples.direct(OWN))));
        add(things, "kek", made(new EngineCommand.Generate(Moves.header(2,
                Use.WRAP_KEY.bit() | Use.UNWRAP_KEY.bit() | Use.DERIVE_KEY.bit(),
                Moves.SENSITIVE))));
        for (Pair pair : PAIRS) {
            add(things, "private", pair.privateKey());
            add(things, "public", pair.publicKey());
        }
        for (Pair pair : OWN_PAIRS) {
            add(things, "public", pair.publicKey());
            thief.learn(engine().material(pair.privateKey()), "his own private key");
            thief.learn(engine().material(pair.publicKey()), "his own public key");
        }
        thief.learn(OWN, "his own key");
        if (source == Source.AGREED) {
            add(things, "peer", honestPoint());
        }
        if (honest != null) {
            thief.learn(Objects.requireNonNull(honest.bytes()), "what somebody sent");
        }
        return new Scene(things, thief);
    }

    /** A key of somebody else's, on its way to the engine. */
    private static Given wrappedOutside() {
        WrappedObject key = made(new EngineCommand.Generate(
                Moves.header(2, 0, Protection.EXTRACTABLE)));
        return run(new EngineCommand.ExportWrapped(key, PAIRS.get(0).publicKey(),
                new WrapSpec(PairMoves.OAEP), Samples.direct(new byte[0]),
                Samples.direct(new byte[0])));
    }

    private static EngineCommand<?> unwrapping(ObjectHeader header, byte[] bytes) {
        return new EngineCommand.ImportWrapped(header, PAIRS.get(0).privateKey(),
                new WrapSpec(PairMoves.OAEP), WrapSpec.Encoding.NONE, null, null, null,
                Samples.direct(bytes));
    }

    private static @Nullable WrappedObject peer;

    /** The public key of somebody whose private key nobody here has. */
    private static WrappedObject honestPoint() {
        if (peer == null) {
            peer = pair(PairMoves.CURVE, 0, 0x45, PairMoves.AGREE, PairMoves.AGREE, Moves.SHUT)
                    .publicKey();
        }
        return peer;
    }

    /** How the thief came to know the protected key, or an empty text. */
    private static String search(Configuration configuration, Planted bug) {
        engine().plant(PlantedBug.NONE);
        Scene scene = scene(configuration.source(), configuration.protection());
        engine().plant(bug);
        List<Thing> things = scene.things();
        Thief thief = scene.thief();
        OutsideKeys outside = new OutsideKeys();
        Set<String> done = new HashSet<>();
        for (int round = 1; round <= ROUNDS; round++) {
            outside.think(thief);
            List<Thing> had = List.copyOf(things);
            List<byte[]> known = thief.known();
            Moves.forBytes(had, known).forEach(move -> run(move, done, thief, things));
            PairMoves.forBytes(had, known).forEach(move -> run(move, done, thief, things));
            if (round < ROUNDS) {
                PairMoves.forObjects(had, known).forEach(move -> run(move, done, thief, things));
            }
            outside.think(thief);
            thief.think();
            String story = thief.story();
            if (!story.isEmpty()) {
                return story;
            }
        }
        return "";
    }

    private static WrappedObject made(EngineCommand<?> command) {
        return run(command).objects().getFirst();
    }

    private static Given run(EngineCommand<?> command) {
        return Objects.requireNonNull(engine().run(command));
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
        ObjectHeader header = object.header();
        String likeness = HexFormat.of().formatHex(engine().material(object))
                + header.objectType() + ' ' + header.usageMask() + header.protection()
                + LocalSeal.origin(object);
        if (things.stream().noneMatch(thing -> thing.likeness().equals(likeness))) {
            things.add(new Thing(name + things.size(), object, likeness));
        }
    }

    private static DrivenEngine engine() {
        return Objects.requireNonNull(engine);
    }
}
