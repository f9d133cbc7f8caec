package io.sallyport.hsm.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.LinkedHashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.sallyport.hsm.algorithm.Family;

class AlgorithmTestsTest {

    @ParameterizedTest
    @EnumSource
    void everyKnownAnswerIsGiven(Family family) {
        assertThatCode(() -> new AlgorithmTests().require(family)).doesNotThrowAnyException();
    }

    /** A family that compares by itself could not be broken, and nobody would know that it tests. */
    @Test
    void everyFamilyComparesWhereItCanBeBroken() {
        assertThat(Breakage.families()).containsOnlyKeys(Family.values())
                .allSatisfy((family, comparisons) -> assertThat(comparisons).isPositive());
    }

    @Test
    void everyKnownAnswerOfEveryEngineCanBeBroken() {
        Set<String> broken = new LinkedHashSet<>();
        for (int i = 0; i < Breakage.answers(); i++) {
            broken.add(Breakage.answer(i));
        }
        assertThat(broken).containsExactlyElementsOf(SelfTest.names());
    }
}
