/** Tests of what looks at the database's files. */
@NullMarked
package io.sallyport.samples.quickstart.database;

import org.jspecify.annotations.NullMarked;
