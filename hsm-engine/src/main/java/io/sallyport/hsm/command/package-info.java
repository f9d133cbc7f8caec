/**
 * The typed commands that are the engine's only door, and their results.
 *
 * <p>Each command says what it may output. Secret inputs and outputs are direct byte buffers,
 * valid only while the call that carries them lasts. It must not know how commands travel. Start
 * at {@link io.sallyport.hsm.command.EngineCommand}.
 */
@NullMarked
package io.sallyport.hsm.command;

import org.jspecify.annotations.NullMarked;
