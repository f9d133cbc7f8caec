/**
 * Measures the codec with JMH; nothing here is asserted of the time. Compiled in the profile {@code
 * bench} only. Start at {@link io.sallyport.kmip.bench.CodecBench}.
 */
@NullMarked
package io.sallyport.kmip.bench;

import org.jspecify.annotations.NullMarked;
