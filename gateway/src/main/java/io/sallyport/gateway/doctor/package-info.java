/**
 * What is wrong between a database and a gateway, in a database administrator's words: findings,
 * each with its cause and its fix, and the checks that make them out of small records. One area is
 * one sealed interface of findings, with a check beside it where there is something to decide.
 *
 * <p>It must not open files or sockets: {@code doctor.probe} does that for the database's side, the
 * command line for the gateway's. Start at {@link io.sallyport.gateway.doctor.Finding}.
 */
@NullMarked
package io.sallyport.gateway.doctor;

import org.jspecify.annotations.NullMarked;
