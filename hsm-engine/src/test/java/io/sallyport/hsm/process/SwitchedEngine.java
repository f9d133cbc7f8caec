package io.sallyport.hsm.process;

import java.nio.file.Path;

import io.sallyport.hsm.crypto.SwitchedBreakage;
import io.sallyport.hsm.integrity.CodeIntegrity;

/**
 * The engine's own program with self-tests that can be broken from outside: the property names the
 * folder of the switches.
 */
public final class SwitchedEngine {
    /** Names the folder. */
    public static final String FOLDER = "sallyport.test.switches";

    private SwitchedEngine() {}

    /** Runs the engine. */
    public static void main(String[] arguments) {
        SwitchedBreakage switches = new SwitchedBreakage(
                Path.of(System.getProperty(FOLDER, "")));
        EngineMain.run(arguments, () -> new SelfTests.Parts(switches.knownAnswers(),
                switches.algorithms(), switches.sources(),
                CodeIntegrity.of(System.getProperty("java.class.path", ""))));
    }
}
