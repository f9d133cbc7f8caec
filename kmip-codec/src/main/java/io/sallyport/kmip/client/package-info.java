/**
 * A small blocking KMIP client on the JDK's TLS: several servers, deadlines, connection reuse.
 *
 * <p>It knows messages and payloads, not what any of them is good for, and logs nothing. Clear
 * bytes are handed out in a form that can be wiped. Start at {@link
 * io.sallyport.kmip.client.KmipClient}.
 */
@NullMarked
package io.sallyport.kmip.client;

import org.jspecify.annotations.NullMarked;
