package io.sallyport.gateway.dialect;

import java.util.Map;

/**
 * Reads an answer as a family of clients does, and objects to what would stop that family. Each
 * has first the rules of {@link StandardReader}, which hold for all. Stateless.
 */
interface AnswerReader {

    /**
     * Reads an answer.
     *
     * @throws Objection if this family could not go on with it
     */
    WireItem read(Asked asked, Received received) throws Objection;

    /** The readers by the names that files use. */
    static AnswerReader named(String name) {
        AnswerReader reader = READERS.get(name);
        if (reader == null) {
            throw new IllegalArgumentException("there is no reader '" + name + "'");
        }
        return reader;
    }

    /** All readers. */
    Map<String, AnswerReader> READERS = Map.of("standard", new StandardReader(), "libkmip",
            new LibkmipReader(), "psmdb", new PsmdbReader(), "kmipclient", new KmipclientReader(),
            "libmongocrypt", new LibmongocryptReader(), "batches", new BatchReader());
}
