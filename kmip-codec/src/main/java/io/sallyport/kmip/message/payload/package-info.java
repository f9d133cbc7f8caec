/**
 * One file per operation: its request, its response and their bindings.
 *
 * <p>A new operation is one new file and one line in {@link
 * io.sallyport.kmip.message.payload.Payloads}. Nothing here knows headers or batches.
 */
@NullMarked
package io.sallyport.kmip.message.payload;

import org.jspecify.annotations.NullMarked;
