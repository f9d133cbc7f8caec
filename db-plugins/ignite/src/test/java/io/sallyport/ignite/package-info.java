/** Tests of the Ignite plugin: alone, in a real node, and against a KMIP server in memory. */
@NullMarked
package io.sallyport.ignite;

import org.jspecify.annotations.NullMarked;
