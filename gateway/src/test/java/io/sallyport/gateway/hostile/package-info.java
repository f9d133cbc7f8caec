/**
 * What a bad or unlucky peer can send to the running gateway: each test ends with the next client
 * being served. Start at {@link io.sallyport.gateway.hostile.BadInputTest}.
 */
@NullMarked
package io.sallyport.gateway.hostile;

import org.jspecify.annotations.NullMarked;
