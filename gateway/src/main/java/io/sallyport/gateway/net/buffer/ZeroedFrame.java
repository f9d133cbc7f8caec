package io.sallyport.gateway.net.buffer;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * A method whose frame covers the next 64 KiB of the caller's stack with zeros.
 *
 * <p>Java can't write to its own stack, but HotSpot's interpreter zeroes the local variables of a
 * method when it enters it. So this makes a method with that many of them. It is also longer than
 * what the JVM compiles ({@code -XX:+DontCompileHugeMethods}, the default): a compiler would drop
 * variables that nothing reads. With another JVM or other flags nothing is zeroed, and nothing
 * breaks.
 */
final class ZeroedFrame {

    /** How much is covered; far more than the path of a request takes, much less than a stack. */
    static final int BYTES = 64 << 10;

    private static final int LOCAL_VARIABLES = BYTES / Long.BYTES;

    /** One instruction more than HotSpot compiles. */
    private static final int INSTRUCTIONS = 8001;

    private static final MethodTypeDesc NOTHING_OF_INT = MethodTypeDesc
            .of(ConstantDescs.CD_void, ConstantDescs.CD_int);
    private static final MethodHandle METHOD = define();

    private ZeroedFrame() {}

    /** Enters the method and leaves it. Takes some microseconds. */
    static void enter() {
        try {
            METHOD.invokeExact(0);
        } catch (StackOverflowError e) {
            // A stack without so much room: what there is of it can't be covered in this way.
        } catch (Throwable e) {
            throw new AssertionError("The method does nothing that could fail.", e);
        }
    }

    private static MethodHandle define() {
        ClassDesc name = ClassDesc.of(ZeroedFrame.class.getPackageName(), "Zeroed");
        byte[] type = ClassFile.of().build(name, made -> made.withMethodBody("enter",
                NOTHING_OF_INT, ClassFile.ACC_STATIC, ZeroedFrame::body));
        try {
            MethodHandles.Lookup hidden = MethodHandles.lookup().defineHiddenClass(type, true);
            return hidden.findStatic(hidden.lookupClass(), "enter",
                    MethodType.methodType(void.class, int.class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The JVM refuses a class that it has to take.", e);
        }
    }

    /** Returns at once if its argument is zero; else it would go through all of it to return. */
    private static void body(CodeBuilder code) {
        Label end = code.newLabel();
        code.iload(0).ifeq(end);
        code.iconst_0().istore(LOCAL_VARIABLES - 1);
        for (int i = 0; i < INSTRUCTIONS; i++) {
            code.nop();
        }
        code.labelBinding(end).return_();
    }
}
