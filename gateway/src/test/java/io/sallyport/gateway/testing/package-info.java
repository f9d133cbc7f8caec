/**
 * What end-to-end tests share: the real gateway as a child process, with its engine, over the real
 * command line.
 *
 * <p>It knows the command line as a contract and nothing of the gateway's classes. Start at {@link
 * io.sallyport.gateway.testing.GatewayProcess}.
 */
@NullMarked
package io.sallyport.gateway.testing;

import org.jspecify.annotations.NullMarked;
