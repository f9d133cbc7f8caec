package io.sallyport.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import io.sallyport.gateway.policy.RngSeeding;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.kmip.message.payload.RngSeed;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.ResultReason;
import io.sallyport.kmip.ttlv.ByteSlice;

/** How much of a client's seed reaches the engine is the server's setting, and is told truly. */
class RngSeedTest {

    @ParameterizedTest
    @CsvSource({"ALL,32,32", "PART,32,16", "PART,7,4", "PART,1,1", "NONE,32,0"})
    void theClientIsToldHowManyBytesTheEngineTook(RngSeeding seeding, int length, int taken) {
        Conversation talk = new Conversation(KmipVersion.V2_1, seeding);
        assertThat(talk.ok(seed(length), RngSeed.Response.class).dataLength()).isEqualTo(taken);
        assertThat(talk.engine.seeded()).isEqualTo(taken);
    }

    @ParameterizedTest
    @EnumSource(value = KmipVersion.class, names = {"V1_2", "V1_4", "V2_1"})
    void aServerThatTakesNoneMayDenyIt(KmipVersion version) {
        Conversation talk = new Conversation(version, RngSeeding.DENIED);
        assertThat(talk.refused(seed(32))).isEqualTo(ResultReason.PERMISSION_DENIED);
        assertThat(talk.engine.seeded()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void noSeedAtAllIsNone(RngSeeding seeding) {
        Conversation talk = new Conversation(KmipVersion.V2_1, seeding);
        assertThat(talk.refused(seed(0))).isEqualTo(ResultReason.INVALID_FIELD);
    }

    @ParameterizedTest
    @EnumSource(names = {"ALL", "PART"}, mode = Mode.INCLUDE)
    void aSeedThatTheEngineCanNotTakeIsNotSaidToBeTaken(RngSeeding seeding) {
        Conversation talk = new Conversation(KmipVersion.V2_1, seeding);
        talk.engine.failWith(new EngineFault(EngineFault.Reason.UNAVAILABLE, "gone"));
        assertThat(talk.refused(seed(32))).isEqualTo(ResultReason.GENERAL_FAILURE);
    }

    private static RngSeed.Request seed(int length) {
        return new RngSeed.Request(ByteSlice.of(new byte[length]));
    }
}
