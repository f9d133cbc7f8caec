/**
 * The item tree of KMIP and its binary encoding: types, budgets, strict decoder, encoder.
 *
 * <p>This package must not know what a tag means: no message, no attribute, no protocol version.
 * Start at {@link io.sallyport.kmip.ttlv.TtlvBinary}; the tree it yields is {@link
 * io.sallyport.kmip.ttlv.TtlvItem}. KMIP 2.1 section 10, KMIP 1.4 section 9.1.
 */
@NullMarked
package io.sallyport.kmip.ttlv;

import org.jspecify.annotations.NullMarked;
