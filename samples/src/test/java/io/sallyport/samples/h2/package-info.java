/** An encrypted H2 database with a real gateway. */
@NullMarked
package io.sallyport.samples.h2;

import org.jspecify.annotations.NullMarked;
