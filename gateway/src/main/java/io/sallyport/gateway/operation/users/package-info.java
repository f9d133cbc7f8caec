/**
 * Create User, Create Group and Create Credential of the KMIP 3.0 draft: an administrator of a
 * partition makes those who can log in there. They are kept beside the objects of the partition,
 * and are no objects that other operations reach.
 */
@NullMarked
package io.sallyport.gateway.operation.users;

import org.jspecify.annotations.NullMarked;
