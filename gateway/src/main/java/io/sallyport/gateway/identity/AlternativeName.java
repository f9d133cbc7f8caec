package io.sallyport.gateway.identity;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

import org.bouncycastle.asn1.x509.GeneralName;

/**
 * A subject alternative name (RFC 5280 section 4.2.1.6).
 *
 * @param value in the form that the kind asks for
 */
public record AlternativeName(Kind kind, String value) {
    private static final Pattern DNS = Pattern
            .compile("(\\*\\.)?[A-Za-z0-9_]([A-Za-z0-9_-]{0,62})(\\.[A-Za-z0-9_-]{1,63})*\\.?");

    /** Kinds of names that certificates of ours carry. */
    public enum Kind {
        DNS, IP, URI, EMAIL
    }

    /**
     * Reads a name: {@code DNS:…}, {@code IP:…}, {@code URI:…}, {@code EMAIL:…}, or a bare value
     * whose kind is seen from its form.
     *
     * @throws IllegalArgumentException with a sentence for the operator
     */
    public static AlternativeName parse(String text) {
        for (Kind kind : Kind.values()) {
            String prefix = kind + ":";
            if (text.regionMatches(true, 0, prefix, 0, prefix.length())) {
                return checked(kind, text.substring(prefix.length()));
            }
        }
        return checked(kindOf(text), text);
    }

    private static Kind kindOf(String text) {
        if (isAddress(text)) {
            return Kind.IP;
        }
        if (text.contains("://") || text.toLowerCase(Locale.ROOT).startsWith("urn:")) {
            return Kind.URI;
        }
        return text.contains("@") ? Kind.EMAIL : Kind.DNS;
    }

    private static AlternativeName checked(Kind kind, String value) {
        boolean valid = switch (kind) {
            case DNS -> DNS.matcher(value).matches() && value.length() <= 253;
            case IP -> isAddress(value);
            case URI -> isAbsoluteUri(value);
            case EMAIL -> value.matches("[\\x21-\\x7e&&[^@]]+@[A-Za-z0-9.-]+");
        };
        if (!valid) {
            throw new IllegalArgumentException("'" + value
                    + "' is not a name for a certificate; use a DNS name, an IP address, a URI or"
                    + " an e-mail address, or say which it is, as in DNS:db1.example.org.");
        }
        return new AlternativeName(kind, value);
    }

    private static boolean isAddress(String text) {
        try {
            return !InetAddress.ofLiteral(text).getHostAddress().isEmpty();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static boolean isAbsoluteUri(String text) {
        try {
            return new URI(text).isAbsolute();
        } catch (URISyntaxException _) {
            return false;
        }
    }

    GeneralName toGeneralName() {
        return switch (kind) {
            case DNS -> new GeneralName(GeneralName.dNSName, value);
            case IP -> new GeneralName(GeneralName.iPAddress,
                    InetAddress.ofLiteral(value).getHostAddress());
            case URI -> new GeneralName(GeneralName.uniformResourceIdentifier, value);
            case EMAIL -> new GeneralName(GeneralName.rfc822Name, value);
        };
    }
}
