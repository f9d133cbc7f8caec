/**
 * Published test vectors, all of them, against the engine's own commands. Start at
 * {@link io.sallyport.hsm.vectors.WycheproofTest}; the table of files is
 * {@code src/test/vectors/wycheproof.txt}, what is decided about cases that may go either way is in
 * {@code docs/vectors.md}.
 */
@NullMarked
package io.sallyport.hsm.vectors;

import org.jspecify.annotations.NullMarked;
