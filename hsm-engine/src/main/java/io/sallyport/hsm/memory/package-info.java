/**
 * Memory that keys may live in: outside the heap, locked, absent from core dumps, zeroed.
 *
 * <p>{@link io.sallyport.hsm.memory.NativeMemory} is the only class that calls the operating
 * system. The package must not know keys, algorithms or files. Start at {@link
 * io.sallyport.hsm.memory.SecretSegment}.
 */
@NullMarked
package io.sallyport.hsm.memory;

import org.jspecify.annotations.NullMarked;
