/** Tests of the package of the same name. */
@NullMarked
package io.sallyport.gateway.journal;

import org.jspecify.annotations.NullMarked;
