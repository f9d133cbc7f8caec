/** Tests of the pages that people read. */
@NullMarked
package io.sallyport.samples.docs;

import org.jspecify.annotations.NullMarked;
