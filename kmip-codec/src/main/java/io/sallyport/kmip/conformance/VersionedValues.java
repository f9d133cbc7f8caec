package io.sallyport.kmip.conformance;

import java.util.Optional;
import java.util.stream.Stream;

import io.sallyport.kmip.model.KmipEnumeration;
import io.sallyport.kmip.model.KmipVersion;
import io.sallyport.kmip.model.ObjectType;
import io.sallyport.kmip.model.Operation;

/**
 * Says which listed values a version of KMIP has: some cases were taken over from an earlier
 * version with what it alone has.
 */
final class VersionedValues {
    private VersionedValues() {}

    /** The version in the header of a response, if it is one that we know. */
    static Optional<KmipVersion> version(XmlNode response) {
        return response.child("ResponseHeader").flatMap(header -> header.child("ProtocolVersion"))
                .flatMap(printed -> Stream.of(KmipVersion.values())
                        .filter(version -> printed.text("ProtocolVersionMajor")
                                .equals(String.valueOf(version.major()))
                                && printed.text("ProtocolVersionMinor")
                                        .equals(String.valueOf(version.minor())))
                        .findFirst());
    }

    /** Whether this is an operation or a type of object that the version does not have. */
    static boolean isOther(XmlNode field, KmipVersion version) {
        KmipEnumeration[] values = switch (field.name()) {
            case "Operation" -> Operation.values();
            case "ObjectType" -> ObjectType.values();
            default -> new KmipEnumeration[0];
        };
        String name = PrintedValues.folded(String.valueOf(field.value()));
        return Stream.of(values).filter(value -> PrintedValues.folded(value.xmlName()).equals(name))
                .anyMatch(value -> !value.definedIn(version));
    }
}
