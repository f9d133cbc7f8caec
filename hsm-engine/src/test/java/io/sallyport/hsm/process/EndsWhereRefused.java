package io.sallyport.hsm.process;

import java.lang.reflect.Method;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * Lets a test end where a distribution has refused, as it has to, what the rest of the test needs.
 * The report names the command.
 */
final class EndsWhereRefused implements InvocationInterceptor {
    @Override
    public void interceptTestMethod(Invocation<@Nullable Void> invocation,
            ReflectiveInvocationContext<Method> invocationContext, ExtensionContext context)
            throws Throwable {
        proceed(invocation, context);
    }

    @Override
    public void interceptTestTemplateMethod(Invocation<@Nullable Void> invocation,
            ReflectiveInvocationContext<Method> invocationContext, ExtensionContext context)
            throws Throwable {
        proceed(invocation, context);
    }

    private static void proceed(Invocation<@Nullable Void> invocation, ExtensionContext context)
            throws Throwable {
        try {
            invocation.proceed();
        } catch (EngineFixture.NotGiven expected) {
            context.publishReportEntry("ends", String.valueOf(expected.getMessage()));
        }
    }
}
