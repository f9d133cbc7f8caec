/** Operations on ports in memory. */
@NullMarked
package io.sallyport.gateway.operation;

import org.jspecify.annotations.NullMarked;
