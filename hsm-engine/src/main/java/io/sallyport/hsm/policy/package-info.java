/**
 * What a command may do, given the header from inside the authenticated object: states and dates
 * by the engine's own clock, usage mask, protection, partition, and what a change may change.
 *
 * <p>It never sees key bytes and must not know algorithms beyond their codes. Start at {@link
 * io.sallyport.hsm.policy.ObjectPolicy}.
 */
@NullMarked
package io.sallyport.hsm.policy;

import org.jspecify.annotations.NullMarked;
