/** Tests of the package of the same name. */
@NullMarked
package io.sallyport.gateway.rewrap;

import org.jspecify.annotations.NullMarked;
