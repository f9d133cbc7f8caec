package io.sallyport.hsm.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.sallyport.hsm.command.DerivationSpec;
import io.sallyport.hsm.command.DerivationSpec.Method;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.command.EngineResult;
import io.sallyport.hsm.command.HashAlgorithm;
import io.sallyport.hsm.command.SplitSpec;
import io.sallyport.hsm.command.WrapSpec;
import io.sallyport.hsm.object.KeyDates;
import io.sallyport.hsm.object.KeyState;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.hsm.object.Protection;
import io.sallyport.hsm.object.WrappedObject;

/** No command takes an object of one partition together with one of another. */
class OtherPartitionTest extends LinkedEngineTest {
    private static final int EVERYTHING = 0x3b4;
    private static final int AGREE = 0x800;
    private static final int CURVE = 0x1a;
    private static final int ML_KEM_768 = 0x3a;
    private static final Protection OPEN = Protection.EXTRACTABLE;
    private static final byte[] NOTHING = {};
    private static final SplitSpec XOR = new SplitSpec(SplitSpec.Method.XOR, 2, 2);

    /** What takes two objects, or an object and the header of a new one. */
    enum Meeting {
        WRAP, UNWRAP, DERIVE_TO, DERIVE_OF, AGREE_WITH, AGREE_TO, ENCAPSULATE, DECAPSULATE, SPLIT,
        JOIN_WITH, JOIN_TO
    }

    @ParameterizedTest
    @EnumSource
    void objectsOfTwoPartitionsDoNotMeet(Meeting meeting) throws Exception {
        EngineCommand<?> within = command(meeting, "one", "one");
        assertThatCode(() -> run(within)).doesNotThrowAnyException();
        EngineCommand<?> across = command(meeting, "one", "two");
        assertThatThrownBy(() -> run(across)).isInstanceOfSatisfying(EngineFault.class,
                fault -> assertThat(fault.reason()).isEqualTo(Reason.POLICY))
                .hasMessageContaining("partition");
    }

    private EngineCommand<?> command(Meeting meeting, String first, String second)
            throws EngineFault {
        DerivationSpec hmac = new DerivationSpec(Method.HMAC, HashAlgorithm.SHA_256);
        DerivationSpec agreement =
                new DerivationSpec(Method.ASYMMETRIC_KEY, HashAlgorithm.SHA_256);
        return switch (meeting) {
            case WRAP -> wrap(key(first), key(second));
            case UNWRAP -> unwrap(key(first), header(second, 2, 3, 256, EVERYTHING));
            case DERIVE_TO -> derive(key(first), null, hmac, second);
            case DERIVE_OF -> derive(key(first), key(second), hmac, first);
            case AGREE_WITH -> derive(pair(CURVE, 0x45, first).privateKey().object(),
                    pair(CURVE, 0x45, second).publicKey().object(), agreement, first);
            case AGREE_TO -> derive(pair(CURVE, 0x45, first).privateKey().object(),
                    pair(CURVE, 0x45, first).publicKey().object(), agreement, second);
            case ENCAPSULATE -> new EngineCommand.Encapsulate(
                    pair(ML_KEM_768, 0, first).publicKey().object(),
                    header(second, 2, 3, 256, 0xc));
            case DECAPSULATE -> new EngineCommand.Decapsulate(
                    pair(ML_KEM_768, 0, first).privateKey().object(),
                    Samples.direct(new byte[1088]), header(second, 2, 3, 256, 0xc));
            case SPLIT -> new EngineCommand.Split(key(first), XOR,
                    List.of(header(first, 5, 3, 256, 0), header(second, 5, 3, 256, 0)));
            case JOIN_WITH -> join(part(first), part(second), first);
            case JOIN_TO -> join(part(first), part(first), second);
        };
    }

    private static EngineCommand<?> derive(WrappedObject key, @Nullable WrappedObject other,
            DerivationSpec spec, String partition) {
        return new EngineCommand.Derive(key, other, spec, null, null, null,
                header(partition, 2, 3, 256, 0xc));
    }

    private static EngineCommand<EngineResult.WrappedMaterial> wrap(WrappedObject object,
            WrappedObject key) {
        return new EngineCommand.ExportWrapped(object, key, WrapSpec.NIST_KEY_WRAP,
                Samples.direct(NOTHING), Samples.direct(NOTHING));
    }

    private EngineCommand<?> unwrap(WrappedObject key, ObjectHeader header) throws EngineFault {
        byte[] blob = link().call(wrap(key, key), result -> Samples.bytes(result.bytes()));
        return new EngineCommand.ImportWrapped(header, key, WrapSpec.NIST_KEY_WRAP,
                WrapSpec.Encoding.NONE, null, null, null, Samples.direct(blob));
    }

    private static EngineCommand<?> join(WrappedObject first, WrappedObject second,
            String partition) {
        return new EngineCommand.Join(XOR,
                List.of(new EngineCommand.SplitPart(1, first),
                        new EngineCommand.SplitPart(2, second)),
                header(partition, 2, 3, 256, 0xc));
    }

    private void run(EngineCommand<?> command) throws EngineFault {
        link().call(command, result -> result.hashCode());
    }

    private WrappedObject key(String partition) throws EngineFault {
        return link().call(new EngineCommand.Generate(header(partition, 2, 3, 256, EVERYTHING)),
                EngineResult.Wrapped::object);
    }

    private WrappedObject part(String partition) throws EngineFault {
        return link().call(new EngineCommand.Import(header(partition, 5, 3, 256, 0),
                Samples.direct(new byte[32])), EngineResult.Wrapped::object);
    }

    private EngineResult.WrappedPair pair(int algorithm, int curve, String partition)
            throws EngineFault {
        int bits = curve == 0 ? 1184 * Byte.SIZE : 0;
        return link().call(new EngineCommand.GeneratePair(
                header(partition, 4, algorithm, bits, AGREE),
                header(partition, 3, algorithm, bits, AGREE), curve), pair -> pair);
    }

    private static ObjectHeader header(String partition, int type, int algorithm, int bits,
            int mask) {
        ObjectHeader like = Samples.aes("id-" + type, 256, mask, OPEN);
        int format = type == 4 ? 4 : type == 3 ? 5 : 1;
        return new ObjectHeader(like.id(), partition, 1, type, format, algorithm, bits, mask,
                KeyState.ACTIVE, like.dates(), OPEN, like.attributesDigest());
    }

    /** States and dates of the key that wraps or unwraps; those of what it wraps do not matter. */
    @Test
    void statesAndDatesHoldForWrappingAndUnwrapping() throws Exception {
        long ahead = Long.MAX_VALUE / 2;
        ObjectHeader made = header("one", 2, 3, 256, EVERYTHING);
        WrappedObject good = key("one");
        EngineCommand<?> unwrapping = unwrap(good, made);
        run(unwrapping);
        WrappedObject deactivated = amended(good, KeyState.DEACTIVATED, good.header().dates());
        assertState(wrap(good, deactivated));
        run(unwrap(deactivated, good, made));
        run(wrap(deactivated, good));
        KeyDates was = good.header().dates();
        WrappedObject stopped = amended(good, KeyState.ACTIVE, new KeyDates(was.initial(),
                was.activation(), null, 2000L, null, null, null, null));
        assertState(wrap(good, stopped));
        run(unwrap(stopped, good, made));
        WrappedObject notYet = amended(good, KeyState.ACTIVE, new KeyDates(was.initial(),
                was.activation(), ahead, null, null, null, null, null));
        run(wrap(good, notYet));
        EngineCommand<?> tooEarly = unwrap(notYet, good, made);
        assertState(tooEarly);
    }

    private EngineCommand<?> unwrap(WrappedObject key, WrappedObject before, ObjectHeader header)
            throws EngineFault {
        byte[] blob = link().call(wrap(before, before), result -> Samples.bytes(result.bytes()));
        return new EngineCommand.ImportWrapped(header, key, WrapSpec.NIST_KEY_WRAP,
                WrapSpec.Encoding.NONE, null, null, null, Samples.direct(blob));
    }

    private WrappedObject amended(WrappedObject object, KeyState state, KeyDates dates)
            throws EngineFault {
        ObjectHeader h = object.header();
        return link().call(new EngineCommand.Amend(object, new ObjectHeader(h.id(), h.partition(),
                h.version() + 1, h.objectType(), h.keyFormat(), h.algorithm(), h.lengthBits(),
                h.usageMask(), state, dates, h.protection(), h.attributesDigest())),
                EngineResult.Wrapped::object);
    }

    private void assertState(EngineCommand<?> command) {
        assertThatThrownBy(() -> run(command)).isInstanceOfSatisfying(EngineFault.class,
                fault -> assertThat(fault.reason()).isEqualTo(Reason.KEY_STATE));
    }
}
