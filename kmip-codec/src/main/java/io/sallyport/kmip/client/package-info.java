/**
 * The client's side of KMIP for plugins, command line and tests: blocking, few classes, no
 * dependency but the JDK and the codec. Knows nothing of any server's insides. Start at the class
 * that asks questions, {@code KmipClient}; {@link io.sallyport.kmip.client.ClientTls} makes its TLS
 * out of files.
 */
@NullMarked
package io.sallyport.kmip.client;

import org.jspecify.annotations.NullMarked;
