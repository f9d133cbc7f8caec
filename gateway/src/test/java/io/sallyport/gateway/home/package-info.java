/** Tests of the home directory. */
@NullMarked
package io.sallyport.gateway.home;

import org.jspecify.annotations.NullMarked;
