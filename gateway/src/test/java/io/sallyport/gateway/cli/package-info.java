/** Tests of the command line's contract, with real gateways and engines. */
@NullMarked
package io.sallyport.gateway.cli;

import org.jspecify.annotations.NullMarked;
