/**
 * The operations that make keys otherwise than one by one: key pairs and their replacements,
 * derived keys, the parts of a split key and what they are joined to.
 *
 * <p>The engine makes the material, {@link io.sallyport.gateway.operation.keys.Links} says which
 * object belongs to which; what an operation makes and what it changes goes into one commit. It
 * must not know material. Start at {@link
 * io.sallyport.gateway.operation.keys.CreateKeyPairOperation}.
 */
@NullMarked
package io.sallyport.gateway.operation.keys;

import org.jspecify.annotations.NullMarked;
