/**
 * Kills the running gateway and its engine under load and looks for what was lost.
 *
 * <p>What was acknowledged is remembered by the test's own process, which nobody kills. Start at
 * {@link io.sallyport.gateway.chaos.KillTest}.
 */
@NullMarked
package io.sallyport.gateway.chaos;

import org.jspecify.annotations.NullMarked;
