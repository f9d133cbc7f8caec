package io.sallyport.kmip.model;

import java.util.List;

/** The credentials of a request header; one until 1.1, any number later. */
public record Authentication(List<Credential> credentials) {

    public Authentication {
        credentials = List.copyOf(credentials);
    }
}
