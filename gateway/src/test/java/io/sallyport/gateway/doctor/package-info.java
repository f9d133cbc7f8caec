/** Tests of the doctor's texts and checks; what is broken for real is in the command line's. */
@NullMarked
package io.sallyport.gateway.doctor;

import org.jspecify.annotations.NullMarked;
