/**
 * The published cases against the running gateway.
 *
 * <p>Which cases are left out, and why, stands in one file beside this package's resources. Start
 * at {@link io.sallyport.gateway.conformance.PublishedCasesTest}.
 */
@NullMarked
package io.sallyport.gateway.conformance;

import org.jspecify.annotations.NullMarked;
