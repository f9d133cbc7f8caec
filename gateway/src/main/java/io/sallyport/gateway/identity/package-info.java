/**
 * Who is asking: the built-in certificate authority, enrolment of clients, and the way from a
 * client certificate to a subject with a name, a partition and a role.
 *
 * <p>It must not know KMIP, sockets or SQL. Start at {@link
 * io.sallyport.gateway.identity.SubjectResolver}.
 */
@NullMarked
package io.sallyport.gateway.identity;

import org.jspecify.annotations.NullMarked;
