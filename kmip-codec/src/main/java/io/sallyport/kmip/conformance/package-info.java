/**
 * Runs published KMIP cases against any server: sends each request of a case file, compares the
 * answer with the printed one, and names every leniency it had to use.
 *
 * <p>It knows the item tree and its encodings, not the records of messages: what it judges must not
 * depend on the code under test. Start at {@link io.sallyport.kmip.conformance.CaseRunner}.
 */
@NullMarked
package io.sallyport.kmip.conformance;

import org.jspecify.annotations.NullMarked;
