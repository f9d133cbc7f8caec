/** Tests of the package of the same name. */
@NullMarked
package io.sallyport.hsm.policy;

import org.jspecify.annotations.NullMarked;
