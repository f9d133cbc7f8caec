/**
 * The command line: what scripts and operators rely on. Exit code 0 done, 1 refused or failed with
 * one sentence on standard error, 2 wrong usage.
 *
 * <p>It decides nothing: commands for clients and keys go through the administration. Start at
 * {@link io.sallyport.gateway.cli.Main}.
 */
@NullMarked
package io.sallyport.gateway.cli;

import org.jspecify.annotations.NullMarked;
