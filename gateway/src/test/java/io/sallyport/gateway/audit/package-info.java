/** Tests of the package of the same name. */
@NullMarked
package io.sallyport.gateway.audit;

import org.jspecify.annotations.NullMarked;
