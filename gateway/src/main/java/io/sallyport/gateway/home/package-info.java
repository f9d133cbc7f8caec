/**
 * The home directory of a gateway: what lies where, its configuration, its permissions, and the
 * lock that lets one process at a time change it.
 *
 * <p>It must not know KMIP, SQL or the network. Start at {@link io.sallyport.gateway.home.Home}.
 */
@NullMarked
package io.sallyport.gateway.home;

import org.jspecify.annotations.NullMarked;
