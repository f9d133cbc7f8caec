package io.sallyport.gateway.port;

/**
 * The rules of one kind of a partition, as they are stored.
 *
 * @param text the TTLV encoding of the rules in base64
 */
public record StoredRule(String partition, RuleKind kind, String text) {}
