package io.sallyport.hsm.crypto;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.sallyport.hsm.algorithm.Family;

class AlgorithmTestsTest {

    @ParameterizedTest
    @EnumSource
    void everyKnownAnswerIsGiven(Family family) {
        assertThatCode(() -> new AlgorithmTests().require(family)).doesNotThrowAnyException();
    }
}
