package io.sallyport.hsm;

import static org.assertj.core.api.Assertions.assertThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import io.sallyport.hsm.crypto.Workspace;
import io.sallyport.hsm.keyring.DomainKey;
import io.sallyport.hsm.memory.KeyAccess;
import io.sallyport.hsm.seal.RootKey;
import io.sallyport.hsm.seal.SealedState;

class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.sallyport.hsm");

    @Test
    void knowsNothingOfTheGatewayOrItsLibraries() {
        noClasses().should().dependOnClassesThat().resideInAnyPackage("io.sallyport.gateway..",
                "io.sallyport.kmip..", "io.vertx..", "io.netty..", "java.sql..")
                .check(CLASSES);
    }

    @Test
    void onlyTheBridgeAndTheFipsModuleTouchCiphers() {
        noClasses().that()
                .haveNameNotMatching("io\\.sallyport\\.hsm\\.crypto\\.(JcaBridge|fips\\.).*")
                .should().dependOnClassesThat().resideInAPackage("javax.crypto..")
                .check(CLASSES);
    }

    @Test
    void onlyTheAlgorithmsKnowBouncyCastle() {
        noClasses().that().resideOutsideOfPackage("io.sallyport.hsm.crypto..").should()
                .dependOnClassesThat().resideInAPackage("org.bouncycastle..").check(CLASSES);
    }

    /** The classes of ASN.1 are the same in every module; what computes is not. */
    @Test
    void onlyItsModuleComputesWithBouncyCastle() {
        noClasses().that().resideOutsideOfPackage("io.sallyport.hsm.crypto.bc..").should()
                .dependOnClassesThat().resideInAnyPackage("org.bouncycastle.crypto..",
                        "org.bouncycastle.math..", "org.bouncycastle.jcajce..",
                        "org.bouncycastle.jce..")
                .check(CLASSES);
    }

    @Test
    void oneClassChoosesTheModule() {
        noClasses().that()
                .haveNameNotMatching(
                        "io\\.sallyport\\.hsm\\.crypto\\.(bc\\.|fips\\.|CryptoModule).*")
                .should().dependOnClassesThat().resideInAnyPackage("io.sallyport.hsm.crypto.bc..",
                        "io.sallyport.hsm.crypto.fips..")
                .check(CLASSES);
    }

    @Test
    void theseClassesReadSecrets() {
        assertThat(CLASSES.get(KeyAccess.class).getMethod("because", String.class)
                .getCallsOfSelf().stream().map(call -> call.getOriginOwner().getName()))
                .containsExactlyInAnyOrder(Workspace.class.getName(),
                        DomainKey.class.getName(), RootKey.class.getName(),
                        SealedState.class.getName());
    }

    @Test
    void policyAndClientSeeNoKeys() {
        noClasses().that().resideInAnyPackage("..hsm.policy..", "..hsm.client..", "..hsm.wire..")
                .should().dependOnClassesThat()
                .resideInAnyPackage("..hsm.crypto..", "..hsm.memory..", "..hsm.keyring..")
                .check(CLASSES);
    }
}
