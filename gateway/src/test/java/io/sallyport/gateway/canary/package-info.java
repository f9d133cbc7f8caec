/** Looks for key bytes in the memory of running processes. */
@NullMarked
package io.sallyport.gateway.canary;

import org.jspecify.annotations.NullMarked;
