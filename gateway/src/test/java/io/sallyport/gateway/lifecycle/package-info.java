/** The state machine, as a table. */
@NullMarked
package io.sallyport.gateway.lifecycle;

import org.jspecify.annotations.NullMarked;
