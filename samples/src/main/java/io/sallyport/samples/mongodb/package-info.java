/**
 * Fields that MongoDB never sees in clear, with MongoDB's own Java driver and data keys under a
 * master key of Sallyport: an application to read and to run, see {@code samples/mongodb}.
 *
 * <p>
 * Uses the JDK and the driver only, and nothing of Sallyport but the files of {@code client add},
 * so that it can be copied. Start at {@link io.sallyport.samples.mongodb.CustomerRecords}; {@link
 * io.sallyport.samples.mongodb.FieldEncryptionSample} is the program.
 */
@NullMarked
package io.sallyport.samples.mongodb;

import org.jspecify.annotations.NullMarked;
