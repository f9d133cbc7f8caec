/**
 * An encrypted H2 database whose file password is wrapped by a key of Sallyport: samples/h2. Start
 * at {@link io.sallyport.samples.h2.EncryptedDatabase}.
 */
@NullMarked
package io.sallyport.samples.h2;

import org.jspecify.annotations.NullMarked;
