/** Messages on ports in memory. */
@NullMarked
package io.sallyport.gateway.session;

import org.jspecify.annotations.NullMarked;
