/**
 * Fuzz targets: bytes that nobody chose, read in every way in which a peer can make us read bytes.
 * In an ordinary build they replay their corpus ({@code src/test/resources}); the profile {@code
 * fuzz} searches for new inputs. A finding becomes a file of the corpus and a test named after it.
 */
@NullMarked
package io.sallyport.kmip.fuzz;

import org.jspecify.annotations.NullMarked;
