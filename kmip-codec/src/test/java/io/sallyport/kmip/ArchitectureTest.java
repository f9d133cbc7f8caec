package io.sallyport.kmip;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.sallyport.kmip");

    @Test
    void theCodecDependsOnTheJdkAlone() {
        classes().should().onlyDependOnClassesThat()
                .resideInAnyPackage("io.sallyport.kmip..", "java..", "javax.xml..", "javax.net..",
                        "javax.annotation..", "org.jspecify.annotations..")
                .check(CLASSES);
        noClasses().should().dependOnClassesThat().resideInAnyPackage("java.sql..", "io.netty..",
                "io.vertx..").check(CLASSES);
    }

    @Test
    void ttlvKnowsNothingOfTheLayersAbove() {
        noClasses().that().resideInAPackage("io.sallyport.kmip.ttlv..").should()
                .dependOnClassesThat().resideInAnyPackage("io.sallyport.kmip.model..",
                        "io.sallyport.kmip.bind..", "io.sallyport.kmip.message..",
                        "io.sallyport.kmip.client..")
                .check(CLASSES);
        noClasses().that().resideInAPackage("io.sallyport.kmip.ttlv").should()
                .dependOnClassesThat().resideInAnyPackage("io.sallyport.kmip.ttlv.xml..",
                        "io.sallyport.kmip.ttlv.json..")
                .check(CLASSES);
    }

    @Test
    void theModelKnowsNothingOfMessages() {
        noClasses().that().resideInAPackage("io.sallyport.kmip.model..").should()
                .dependOnClassesThat().resideInAnyPackage("io.sallyport.kmip.message..",
                        "io.sallyport.kmip.client..")
                .check(CLASSES);
    }

    @Test
    void nothingReflects() {
        noClasses().should().dependOnClassesThat().resideInAPackage("java.lang.reflect..")
                .check(CLASSES);
    }
}
