/** Tests of the client against scripted servers on loopback. */
@NullMarked
package io.sallyport.kmip.client;

import org.jspecify.annotations.NullMarked;
