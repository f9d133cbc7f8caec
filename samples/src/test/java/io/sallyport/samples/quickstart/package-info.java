/** Tests of the quick start's parts, and of the whole. */
@NullMarked
package io.sallyport.samples.quickstart;

import org.jspecify.annotations.NullMarked;
