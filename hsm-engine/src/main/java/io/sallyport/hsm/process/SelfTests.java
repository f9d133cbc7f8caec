package io.sallyport.hsm.process;

import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.sallyport.hsm.command.EngineResult.SelfTested;
import io.sallyport.hsm.algorithm.Family;
import io.sallyport.hsm.crypto.AlgorithmTests;
import io.sallyport.hsm.crypto.NonceSource;
import io.sallyport.hsm.crypto.SelfTest;
import io.sallyport.hsm.crypto.SelfTestFailure;
import io.sallyport.hsm.integrity.CodeIntegrity;

/**
 * All self-tests of the engine, run before the first key is opened and whenever they are asked for:
 * first the code, then everything else. A run makes its own ciphers. That tests every thread's
 * algorithms, because threads share classes and providers and have nothing of their own but ciphers
 * that get key and IV anew for each use; a thread still tests a family before it uses it for the
 * first time. Safe for every thread; runs wait for each other.
 */
final class SelfTests {
    private static final int CODE_AND_SOURCE = 2;

    private final Parts parts;
    private final InstantSource clock;
    private volatile SelfTested last = new SelfTested(0, 0, 0, "not checked yet");

    /**
     * What there is to test.
     *
     * @param knownAnswers makes the tests of the ciphers that every engine uses
     * @param algorithms makes the tests of families, which threads run too
     * @param sources makes sources of randomness, which threads draw from
     * @param code the code that runs
     */
    record Parts(Supplier<SelfTest> knownAnswers, Supplier<AlgorithmTests> algorithms,
            Supplier<NonceSource> sources, CodeIntegrity code) {

        /** The parts of this process. */
        static Parts ofThisProcess() {
            return new Parts(SelfTest::new, AlgorithmTests::new, NonceSource::new,
                    CodeIntegrity.of(System.getProperty("java.class.path", "")));
        }
    }

    SelfTests(Parts parts, InstantSource clock) {
        this.parts = parts;
        this.clock = clock;
    }

    /** Tests of families for one thread. */
    AlgorithmTests algorithms() {
        return parts.algorithms().get();
    }

    /** A source of randomness for one thread. */
    NonceSource source() {
        return parts.sources().get();
    }

    /** The last run that passed; one of no tests before there is one. */
    SelfTested last() {
        return last;
    }

    /**
     * Runs all.
     *
     * @throws SelfTestFailure at the first that fails: the engine must give no more output
     */
    synchronized SelfTested run() {
        long begunNanos = System.nanoTime();
        // Before anything else of the archives is needed.
        String code = parts.code().check();
        AlgorithmTests algorithms = algorithms();
        source().test();
        String broken = parts.knownAnswers().get().run();
        if (broken != null) {
            throw SelfTestFailure.of(broken);
        }
        for (Family family : AlgorithmTests.given()) {
            algorithms.require(family);
        }
        SelfTested passed = new SelfTested(clock.instant().getEpochSecond(),
                CODE_AND_SOURCE + SelfTest.names().size() + AlgorithmTests.given().size(),
                TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - begunNanos), code);
        last = passed;
        return passed;
    }
}
