/** Who may do what, as a matrix. */
@NullMarked
package io.sallyport.gateway.authorisation;

import org.jspecify.annotations.NullMarked;
