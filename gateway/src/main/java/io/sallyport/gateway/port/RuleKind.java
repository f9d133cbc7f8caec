package io.sallyport.gateway.port;

/** The kinds of rules for new objects that a partition can have. */
public enum RuleKind {
    /** What new objects must be like: Set Constraints. */
    CONSTRAINTS,
    /** What new objects get where the client says nothing: Set Defaults. */
    DEFAULTS
}
