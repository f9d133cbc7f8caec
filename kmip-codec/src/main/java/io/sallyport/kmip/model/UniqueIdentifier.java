package io.sallyport.kmip.model;

/** How a request names an object (KMIP 2.1 section 4.62). 1.x knows only text. */
public sealed interface UniqueIdentifier {

    /** The identifier itself. */
    record Text(String value) implements UniqueIdentifier {}

    /** 2.x: the latest result of an operation earlier in the batch, or the ID Placeholder. */
    record Placeholder(Enumerated<UniqueIdentifierEnumeration> value)
            implements
                UniqueIdentifier {}

    /** 2.x: the nth identifier of the response, from zero; negative counts back from here. */
    record Index(int value) implements UniqueIdentifier {}

    /** 3.0: the object that has this Name. */
    record Name(String value) implements UniqueIdentifier {}

    /** The identifier as text. */
    static UniqueIdentifier of(String text) {
        return new Text(text);
    }
}
