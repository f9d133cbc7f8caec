/**
 * Looks at a gateway from the database's machine, with the database's own files and without any
 * home: it gathers what the checks of {@code doctor} decide on. Every step has a time limit, and
 * what a stranger answers is read within bounds.
 *
 * <p>It must not know the gateway's inside. Start at
 * {@link io.sallyport.gateway.doctor.probe.DatabaseSide}.
 */
@NullMarked
package io.sallyport.gateway.doctor.probe;

import org.jspecify.annotations.NullMarked;
