/**
 * Operations on the life of an object as a whole: its storage, leases, usage limits and end, and
 * its replacement by another key.
 *
 * <p>They must not know material: what they change are headers and attributes. Start at {@link
 * io.sallyport.gateway.operation.lifecycle.ReKeyOperation}.
 */
@NullMarked
package io.sallyport.gateway.operation.lifecycle;

import org.jspecify.annotations.NullMarked;
