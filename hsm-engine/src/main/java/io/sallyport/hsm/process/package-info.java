/**
 * The engine as a process: hardening, unsealing, self-test, the socket, and the execution of each
 * command.
 *
 * <p>Nothing of ours but this package starts threads or touches sockets in the engine. Start at
 * {@link io.sallyport.hsm.process.EngineMain}, or at {@link
 * io.sallyport.hsm.process.CommandExecutor} for what a command does.
 */
@NullMarked
package io.sallyport.hsm.process;

import org.jspecify.annotations.NullMarked;
