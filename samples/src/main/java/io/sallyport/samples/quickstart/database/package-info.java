/**
 * An embedded, persistent Apache Ignite node in a process of its own, with one encrypted cache and one in clear. Start at {@link io.sallyport.samples.quickstart.database.Database}.
 */
@NullMarked
package io.sallyport.samples.quickstart.database;

import org.jspecify.annotations.NullMarked;
