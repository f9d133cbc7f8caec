package io.sallyport.gateway.doctor.probe;

/** What answers at a port. */
sealed interface Service {

    /** Something that speaks TLS. */
    record Tls() implements Service {}

    /** A web server without TLS. */
    record Http() implements Service {}

    /** KMIP without TLS. */
    record Kmip() implements Service {}

    /** Something that introduces itself; the text is a stranger's. */
    record Banner(String text) implements Service {}

    /** Something that takes connections and says nothing. */
    record Silent() implements Service {}
}
