/** Tests of the package of the same name. */
@NullMarked
package io.sallyport.gateway.store;

import org.jspecify.annotations.NullMarked;
