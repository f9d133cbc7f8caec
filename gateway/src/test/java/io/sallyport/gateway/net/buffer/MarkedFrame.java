package io.sallyport.gateway.net.buffer;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * A method that leaves many copies of a number in its frame. Its code is longer than what HotSpot
 * compiles: in a compiled method the copies would be left out, as nobody reads them.
 */
final class MarkedFrame {

    static final int COPIES = 2000;

    private static final MethodTypeDesc NOTHING_OF_LONG = MethodTypeDesc
            .of(ConstantDescs.CD_void, ConstantDescs.CD_long);
    private static final MethodHandle METHOD = define();

    private MarkedFrame() {}

    /** Puts the copies on the stack and leaves them there. */
    static void enter(long mark) {
        try {
            METHOD.invokeExact(mark);
        } catch (Throwable e) {
            throw new AssertionError("The method does nothing that could fail.", e);
        }
    }

    private static MethodHandle define() {
        ClassDesc name = ClassDesc.of(MarkedFrame.class.getPackageName(), "Marked");
        byte[] type = ClassFile.of().build(name, made -> made.withMethodBody("enter",
                NOTHING_OF_LONG, ClassFile.ACC_STATIC, MarkedFrame::body));
        try {
            MethodHandles.Lookup hidden = MethodHandles.lookup().defineHiddenClass(type, true);
            return hidden.findStatic(hidden.lookupClass(), "enter",
                    MethodType.methodType(void.class, long.class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The JVM refuses a class that it has to take.", e);
        }
    }

    private static void body(CodeBuilder code) {
        for (int copy = 1; copy <= COPIES; copy++) {
            code.lload(0).lstore(2 * copy);
        }
        code.return_();
    }
}
