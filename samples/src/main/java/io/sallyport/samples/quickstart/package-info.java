/**
 * The main job, end to end, on this machine: {@code ./sallyport quickstart}.
 *
 * <p>
 * Uses Sallyport only as its users do, by the command line and over the network; knows nothing of
 * the gateway's insides. {@link io.sallyport.samples.quickstart.Quickstart} runs the steps of the
 * package {@code step} in order and prints what was proved; {@code database} is the database,
 * {@code mongodb} the client-side encryption.
 */
@NullMarked
package io.sallyport.samples.quickstart;

import org.jspecify.annotations.NullMarked;
