package io.sallyport.hsm.process;

import java.nio.file.Path;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.hsm.object.Protection;
import io.sallyport.hsm.object.WrappedObject;

/** Tests of commands, which run on an engine of each distribution. */
@ParameterizedClass(name = "{0}")
@EnumSource(Distribution.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(EndsWhereRefused.class)
abstract class CommandTest {
    /** Every use that a mask can allow, but those of certificates. */
    static final int ALL = 0xbff;
    static final int AES = 3;
    static final int RSA = 4;
    static final int EC = 0x1a;
    static final Protection SENSITIVE = new Protection(true, true, true, false);
    static final Protection LOCKED = new Protection(true, true, false, true);

    /** Which one this instance of the class runs on. */
    @Parameter
    Distribution distribution = Distribution.ORDINARY;
    @TempDir
    private static Path folder = Path.of("");
    private @Nullable EngineFixture engine;

    @BeforeParameterizedClassInvocation
    void startEngine() throws Exception {
        engine = EngineFixture.start(distribution, folder);
    }

    @AfterParameterizedClassInvocation
    void stopEngine() throws Exception {
        engine().close();
    }

    final EngineFixture engine() {
        return Objects.requireNonNull(engine);
    }

    static ObjectHeader symmetric(int algorithm, int bits, Protection protection) {
        return EngineFixture.header("s", 2, 1, algorithm, bits, ALL, protection);
    }

    final WrappedObject[] pair(int algorithm, int bits, int curve, int privateFormat,
            int publicFormat) throws EngineFault {
        return engine().pair(
                EngineFixture.header("private", 4, privateFormat, algorithm, bits, ALL,
                        Protection.EXTRACTABLE),
                EngineFixture.header("public", 3, publicFormat, algorithm, bits, ALL,
                        Protection.EXTRACTABLE),
                curve);
    }
}
