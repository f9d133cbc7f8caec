/** Tests of the engine as a process. Start at {@link io.sallyport.hsm.process.RunningEngine}. */
@NullMarked
package io.sallyport.hsm.process;

import org.jspecify.annotations.NullMarked;
