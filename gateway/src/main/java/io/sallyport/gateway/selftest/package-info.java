/**
 * The engine's health as the audit log has it: its starts with the protections that hold, its ends,
 * and each run of its self-tests.
 *
 * <p>It must not know sessions or operations. Start at {@link
 * io.sallyport.gateway.selftest.SelfTestRuns}.
 */
@NullMarked
package io.sallyport.gateway.selftest;

import org.jspecify.annotations.NullMarked;
