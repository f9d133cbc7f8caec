/** Tests of the parts of operations that make keys. */
@NullMarked
package io.sallyport.gateway.operation.keys;

import org.jspecify.annotations.NullMarked;
