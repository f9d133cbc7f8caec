/** The key commands as a database runs them: processes, pipes and exit codes, with a gateway. */
@NullMarked
package io.sallyport.samples.keycommands;

import org.jspecify.annotations.NullMarked;
