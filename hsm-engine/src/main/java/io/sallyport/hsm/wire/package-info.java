/**
 * The binary protocol between gateway and engine (docs/spec/engine-protocol.md): frames of bounded
 * length, commands and results as byte strings without alternatives.
 *
 * <p>It must not know sockets or algorithms. Secrets pass through it from one direct buffer to
 * another. Start at {@link io.sallyport.hsm.wire.Frame}.
 */
@NullMarked
package io.sallyport.hsm.wire;

import org.jspecify.annotations.NullMarked;
