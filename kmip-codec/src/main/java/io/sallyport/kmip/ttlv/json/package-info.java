/**
 * The JSON form of the OASIS profiles for the item tree: a small strict reader of JSON with
 * budgets, and the two ways between its values and items.
 *
 * <p>This package must not know tags or enumerations: it asks {@link
 * io.sallyport.kmip.ttlv.xml.TtlvNames}. Start at {@link io.sallyport.kmip.ttlv.json.TtlvJson}.
 * KMIP Profiles 2.1 section 5.5 and KMIP Additional Message Encodings 1.0 section 3.
 */
@NullMarked
package io.sallyport.kmip.ttlv.json;

import org.jspecify.annotations.NullMarked;
