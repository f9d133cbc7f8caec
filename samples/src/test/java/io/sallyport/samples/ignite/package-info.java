/** A cluster of Apache Ignite with its master key in a real gateway. */
@NullMarked
package io.sallyport.samples.ignite;

import org.jspecify.annotations.NullMarked;
