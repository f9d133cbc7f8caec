/** Tests of HTTP over TLS: a real listener, and peers that keep to the rules or don't. */
@org.jspecify.annotations.NullMarked
package io.sallyport.gateway.net.http;
