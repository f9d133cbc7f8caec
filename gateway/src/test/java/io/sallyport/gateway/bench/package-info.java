/**
 * Measures the running gateway beside an echo server of the same stack.
 *
 * <p>Figures are printed and kept in a file, never asserted. Start at {@link
 * io.sallyport.gateway.bench.LoadBench}.
 */
@NullMarked
package io.sallyport.gateway.bench;

import org.jspecify.annotations.NullMarked;
