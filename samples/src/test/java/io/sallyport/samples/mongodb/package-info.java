/** MongoDB's own Java driver with a gateway, a server in memory, and nothing in between. */
@NullMarked
package io.sallyport.samples.mongodb;

import org.jspecify.annotations.NullMarked;
