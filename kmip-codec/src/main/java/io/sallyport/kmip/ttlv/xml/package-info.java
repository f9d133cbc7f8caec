/**
 * The XML form of the OASIS profiles for the item tree, and a printer for people that hides
 * secrets. For published cases, tools and diagnostics; the network speaks binary.
 *
 * <p>This package must not know tags or enumerations: it asks {@link
 * io.sallyport.kmip.ttlv.xml.TtlvNames}. Start at {@link io.sallyport.kmip.ttlv.xml.TtlvXml}. KMIP
 * Profiles 2.1 section 5.4 and KMIP Additional Message Encodings 1.0 section 4.
 */
@NullMarked
package io.sallyport.kmip.ttlv.xml;

import org.jspecify.annotations.NullMarked;
