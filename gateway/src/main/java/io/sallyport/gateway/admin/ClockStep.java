package io.sallyport.gateway.admin;

/**
 * The clock was set back between two records of the audit log.
 *
 * @param fromMillis time of the earlier record, in milliseconds since 1970
 * @param toMillis time of the record after it
 */
public record ClockStep(long fromMillis, long toMillis) {}
