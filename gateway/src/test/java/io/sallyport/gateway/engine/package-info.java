/** Tests of the engine's supervision and links. */
@NullMarked
package io.sallyport.gateway.engine;

import org.jspecify.annotations.NullMarked;
