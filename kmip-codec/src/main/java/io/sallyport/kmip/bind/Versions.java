package io.sallyport.kmip.bind;

import java.util.List;

import io.sallyport.kmip.model.KmipVersionPair;
import io.sallyport.kmip.model.Tag;

/** The Protocol Version structure. */
public final class Versions {
    private static final Field<KmipVersionPair, Integer> MAJOR = Field
            .required(Tag.PROTOCOL_VERSION_MAJOR, Codecs.INTEGER, KmipVersionPair::major);
    private static final Field<KmipVersionPair, Integer> MINOR = Field
            .required(Tag.PROTOCOL_VERSION_MINOR, Codecs.INTEGER, KmipVersionPair::minor);

    public static final StructureBinding<KmipVersionPair> PAIR = StructureBinding.of(
            "Protocol Version", List.of(MAJOR, MINOR),
            v -> new KmipVersionPair(v.need(MAJOR), v.need(MINOR)));

    private Versions() {}
}
