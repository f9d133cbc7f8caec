package io.sallyport.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The direction of the gateway's packages: net to session to operation to port. */
final class GatewayArchitectureTest {
    private static final String BASE = "io.sallyport.gateway.";

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.sallyport.gateway");

    @Test
    void operationsKnowNeitherSocketsNorStoreNorVertxButItsFuture() {
        doNotKnow("operation", "net", "session", "store", "journal", "audit", "engine", "admin",
                "cli", "home");
        noClasses().that().resideInAPackage(BASE + "operation..").should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are of Vert.x and not its Future",
                        used -> used.getPackageName().startsWith("io.vertx")
                                && !used.isAssignableTo("io.vertx.core.Future")))
                .allowEmptyShould(true).check(classes);
    }

    @Test
    void thePortsAreTheBottom() {
        doNotKnow("port", "net", "session", "operation", "authorisation", "lifecycle", "store",
                "journal", "audit", "engine", "identity", "home", "admin", "cli");
    }

    @Test
    void theNetworkKnowsSessionsOnly() {
        doNotKnow("net", "operation", "store", "journal", "audit", "engine", "home", "admin",
                "cli");
        doNotKnow("session", "net", "store", "journal", "audit", "engine", "home", "admin",
                "cli");
    }

    @Test
    void whatImplementsAPortDoesNotKnowWhoUsesIt() {
        for (String one : new String[]{"store", "journal", "audit", "engine"}) {
            doNotKnow(one, "session", "operation", "authorisation", "home", "admin", "cli");
        }
        doNotKnow("rewrap", "net", "session", "operation", "authorisation", "lifecycle", "journal",
                "audit", "engine", "identity", "home", "admin", "cli");
        doNotKnow("audit", "store", "journal", "net");
        doNotKnow("identity", "net", "session", "operation", "store", "journal", "home", "admin",
                "cli");
        doNotKnow("home", "net", "session", "operation", "store", "journal", "engine", "admin",
                "cli");
    }

    @Test
    void theKvDialectTalksKmipAndNobodyBelowKnowsIt() {
        doNotKnow("vault", "operation", "authorisation", "lifecycle", "store", "journal", "audit",
                "engine", "home", "admin", "cli");
        for (String one : new String[]{"net", "session", "operation", "port", "identity", "store",
                "journal", "audit", "engine", "home", "admin"}) {
            doNotKnow(one, "vault");
        }
    }

    @Test
    void theDoctorJudgesWhatItIsGiven() {
        doNotKnow("doctor", "session", "operation", "authorisation", "lifecycle", "store",
                "journal", "audit", "engine", "home", "cli");
        doNotKnow("doctor.probe", "net", "admin", "port");
        doNotKnow("net", "doctor");
        doNotKnow("admin", "doctor");
    }

    @Test
    void nothingBelowKnowsTheCommandLineOrTheWiring() {
        doNotKnow("admin", "cli", "operation", "authorisation", "lifecycle");
        noClasses().that().resideInAPackage(BASE + "*..").and()
                .resideOutsideOfPackage(BASE + "cli..").should().dependOnClassesThat()
                .resideInAPackage("io.sallyport.gateway").allowEmptyShould(true).check(classes);
    }

    private void doNotKnow(String one, String... others) {
        for (String other : others) {
            noClasses().that().resideInAPackage(BASE + one + "..").should().dependOnClassesThat()
                    .resideInAPackage(BASE + other + "..").allowEmptyShould(true).check(classes);
        }
    }
}
