package io.sallyport.hsm.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.sallyport.hsm.command.EngineFault;

/**
 * The JDK's post-quantum algorithms, with the cases that the tables run by Bouncy Castle. It is as
 * right; what it has no call for is counted.
 */
class ProvidersTest {
    private static final MlKem KEM = new MlKem(new JdkKem());
    private static final MlDsa DSA = new MlDsa(new JdkDsa());

    @ParameterizedTest
    @CsvSource({"mlkem_512, 563", "mlkem_768, 567", "mlkem_1024, 571"})
    void mlKem(String name, int cases) throws Exception {
        int count = run(VectorSet.WYCHEPROOF, name + "_test", KEM.decapsulation(), 0)
                + run(VectorSet.WYCHEPROOF, name + "_encaps_test", KEM.encapsulation(), 0)
                + run(VectorSet.WYCHEPROOF, name + "_keygen_seed_test", KEM.keyGeneration(), 0)
                + run(VectorSet.WYCHEPROOF, name + "_semi_expanded_decaps_test",
                        KEM.expandedDecapsulation(), 0);
        assertThat(count).isEqualTo(cases);
    }

    @ParameterizedTest
    @CsvSource({"mldsa_44, 7, 10, 12", "mldsa_65, 7, 13, 21", "mldsa_87, 7, 13, 21"})
    void mlDsaKnowsNoContextAndNoRepresentative(String name, int verified, int signed, int seeds)
            throws Exception {
        run(VectorSet.WYCHEPROOF, name + "_verify_test", DSA.verification(), verified);
        run(VectorSet.WYCHEPROOF, name + "_sign_noseed_test", DSA.expandedSigning(), signed);
        run(VectorSet.WYCHEPROOF, name + "_sign_seed_test", DSA.seedSigning(), seeds);
    }

    @Test
    void acvp() throws Exception {
        run(VectorSet.ACVP, "ML-KEM-keyGen-FIPS203", AcvpPostQuantum.kemKeys(new JdkKem()), 0);
        run(VectorSet.ACVP, "ML-KEM-encapDecap-FIPS203", AcvpPostQuantum.kem(new JdkKem()), 0);
        run(VectorSet.ACVP, "ML-DSA-keyGen-FIPS204", AcvpPostQuantum.dsaKeys(new JdkDsa()), 0);
    }

    private static int run(VectorSet set, String name, Family family, int leftOut)
            throws IOException, EngineFault {
        int count = 0;
        int without = 0;
        for (Case test : set.cases(name)) {
            Outcome outcome = family.run(test);
            if (outcome.equals(Outcome.LEFT_OUT)) {
                without++;
            } else {
                assertThat(outcome.holds()).as(test.toString()).isEqualTo(test.isValid());
            }
            count++;
        }
        assertThat(without).isEqualTo(leftOut);
        return count;
    }
}
