/** Tests of the gateway as a whole. */
@NullMarked
package io.sallyport.gateway;

import org.jspecify.annotations.NullMarked;
