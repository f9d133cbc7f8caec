/**
 * Clients that can't be run here, replayed: what each one sends stands in a readable file, and what
 * comes back is judged by readers that are as strict as the client.
 *
 * <p>Nothing here uses the project's own codec: requests are written byte by byte from the file,
 * and answers are read by a reader of this package, so that a mistake of the codec is not made
 * twice. Start at {@link io.sallyport.gateway.dialect.Dialect} for the files and at {@link
 * io.sallyport.gateway.dialect.AnswerReader} for the judgement.
 */
@NullMarked
package io.sallyport.gateway.dialect;

import org.jspecify.annotations.NullMarked;
