/**
 * The one function that says who may do what.
 *
 * <p>It must not know messages, stores or engines. Start at {@link
 * io.sallyport.gateway.authorisation.Authorisation}.
 */
@NullMarked
package io.sallyport.gateway.authorisation;

import org.jspecify.annotations.NullMarked;
