/**
 * What the numbers of KMIP mean: versions, tags, enumerations, bit masks, attributes, objects.
 *
 * <p>Tags, enumerations and masks are generated from {@code src/main/kmip-spec}; every value knows
 * the versions that define it. This package must not know messages or operations' payloads. Start
 * at {@link io.sallyport.kmip.model.KmipVersion}.
 */
@NullMarked
package io.sallyport.kmip.model;

import org.jspecify.annotations.NullMarked;
