/** Tests of the package of the same name. */
@NullMarked
package io.sallyport.hsm.client;

import org.jspecify.annotations.NullMarked;
