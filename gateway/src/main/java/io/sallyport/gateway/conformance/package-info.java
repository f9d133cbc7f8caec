/**
 * The published KMIP cases as a tool for any server: which cases to run, over which connection, and
 * a report that a person and a program can read.
 *
 * <p>It must not know the gateway: it talks to servers as a client does. What a case is and how
 * answers are compared is in {@code io.sallyport.kmip.conformance}. Start at {@link
 * io.sallyport.gateway.conformance.ConformanceRun}.
 */
@NullMarked
package io.sallyport.gateway.conformance;

import org.jspecify.annotations.NullMarked;
