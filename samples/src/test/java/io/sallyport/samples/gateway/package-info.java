/** A gateway with its engine, in processes of their own, for the tests of the samples. */
@NullMarked
package io.sallyport.samples.gateway;

import org.jspecify.annotations.NullMarked;
