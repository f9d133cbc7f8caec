/**
 * MongoDB client-side encryption: MongoDB's own libmongocrypt, its data keys in memory, its key requests sent to the gateway. Start at {@link io.sallyport.samples.quickstart.mongodb.FieldEncryption}.
 */
@NullMarked
package io.sallyport.samples.quickstart.mongodb;

import org.jspecify.annotations.NullMarked;
