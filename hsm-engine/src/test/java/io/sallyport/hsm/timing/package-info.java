/** Finds out whether the time that something takes tells what it was given. */
@NullMarked
package io.sallyport.hsm.timing;

import org.jspecify.annotations.NullMarked;
