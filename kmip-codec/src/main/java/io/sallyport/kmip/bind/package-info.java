/**
 * The binder: tables that say how a record becomes a TTLV structure and back in each version.
 *
 * <p>A table is a list of {@link io.sallyport.kmip.bind.Field}s in the order of the wire, each with
 * the versions that define it, and a maker for the record; there is no reflection. Decoding is
 * lenient (any order, fields of later versions), encoding strict (fixed order, only what the
 * version defines; a {@link io.sallyport.kmip.bind.Dialect} says what becomes of the rest). The
 * package must not know messages, headers or operations. Start at {@link
 * io.sallyport.kmip.bind.StructureBinding}.
 */
@NullMarked
package io.sallyport.kmip.bind;

import org.jspecify.annotations.NullMarked;
