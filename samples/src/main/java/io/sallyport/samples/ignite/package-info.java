/**
 * A node of an Apache Ignite cluster whose master key is in Sallyport, with a small console: how
 * to set it up is in samples/ignite. Start at {@link io.sallyport.samples.ignite.EncryptedNode}.
 */
@NullMarked
package io.sallyport.samples.ignite;

import org.jspecify.annotations.NullMarked;
