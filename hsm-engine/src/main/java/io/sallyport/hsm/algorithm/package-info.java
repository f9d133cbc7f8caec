/**
 * What the engine serves, as one table: algorithms with their parameters, who computes them, what
 * tests them and whether a standard approves them. Policy, cryptography and the documentation ask
 * it.
 */
@NullMarked
package io.sallyport.hsm.algorithm;

import org.jspecify.annotations.NullMarked;
