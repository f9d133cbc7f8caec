/**
 * The steps of the quick start, one small class each, in the order of {@link io.sallyport.samples.quickstart.Quickstart}.
 */
@NullMarked
package io.sallyport.samples.quickstart.step;

import org.jspecify.annotations.NullMarked;
