/**
 * What the operator decides where the KMIP specification leaves the choice to the server. The
 * settings are read into these types, and operations ask them. Knows no other package of the
 * gateway.
 */
@NullMarked
package io.sallyport.gateway.policy;

import org.jspecify.annotations.NullMarked;
