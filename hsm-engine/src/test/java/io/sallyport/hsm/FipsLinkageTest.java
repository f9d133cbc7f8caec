package io.sallyport.hsm;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/**
 * The engine is compiled with one Bouncy Castle and runs with another too, whose classes of ASN.1
 * have the same names. What it calls of them has to be in both, with the same signature.
 */
class FipsLinkageTest {
    @Test
    void everyCallOfAsn1IsThereInBcFips() throws Exception {
        TreeSet<String> missing = new TreeSet<>();
        int calls = 0;
        try (URLClassLoader module = module()) {
            for (JavaClass one : new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("io.sallyport.hsm")) {
                boolean shared = !one.getPackageName().equals("io.sallyport.hsm.crypto.bc");
                for (JavaCodeUnitAccess<?> call : shared ? one.getCodeUnitAccessesFromSelf()
                        : new TreeSet<JavaCodeUnitAccess<?>>()) {
                    CodeUnitAccessTarget target = call.getTarget();
                    if (target.getOwner().getPackageName().startsWith("org.bouncycastle")) {
                        calls++;
                        if (!has(module, target)) {
                            missing.add(call.getDescription());
                        }
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
        assertThat(calls).isGreaterThan(50);
    }

    private static URLClassLoader module() throws Exception {
        try (Stream<Path> jars = Files.list(Path.of("target", "fips"))) {
            List<URL> urls = new ArrayList<>();
            for (Path jar : jars.toList()) {
                urls.add(jar.toUri().toURL());
            }
            return new URLClassLoader(urls.toArray(new URL[0]),
                    ClassLoader.getPlatformClassLoader());
        }
    }

    private static boolean has(ClassLoader module, CodeUnitAccessTarget target) {
        try {
            Class<?> owner = Class.forName(target.getOwner().getName(), false, module);
            List<Executable> all = new ArrayList<>(List.of(owner.getMethods()));
            all.addAll(List.of(owner.getConstructors()));
            return all.stream().anyMatch(one -> isSame(one, target));
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static boolean isSame(Executable one, CodeUnitAccessTarget target) {
        String result = switch (one) {
            case Method method -> method.getReturnType().getName();
            case Constructor<?> _ -> "void";
        };
        String name = one instanceof Constructor<?> ? "<init>" : one.getName();
        return name.equals(target.getName())
                && result.equals(target.getRawReturnType().getName())
                && Arrays.stream(one.getParameterTypes()).map(Class::getName).toList()
                        .equals(target.getRawParameterTypes().stream().map(JavaClass::getName)
                                .toList());
    }
}
