/** Tests of the certificate authority, of enrolment and of finding subjects. */
@NullMarked
package io.sallyport.gateway.identity;

import org.jspecify.annotations.NullMarked;
