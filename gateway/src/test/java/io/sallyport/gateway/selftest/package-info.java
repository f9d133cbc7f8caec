/** Tests of what the audit log keeps of the engine. */
@NullMarked
package io.sallyport.gateway.selftest;

import org.jspecify.annotations.NullMarked;
