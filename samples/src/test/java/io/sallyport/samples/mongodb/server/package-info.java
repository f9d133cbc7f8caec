/**
 * A MongoDB server for tests: the wire protocol and the few commands that the driver sends for
 * client-side encryption, over documents kept in memory as the bytes that came. Knows nothing of
 * encryption. Start at {@link io.sallyport.samples.mongodb.server.MemoryMongod}.
 */
@NullMarked
package io.sallyport.samples.mongodb.server;

import org.jspecify.annotations.NullMarked;
