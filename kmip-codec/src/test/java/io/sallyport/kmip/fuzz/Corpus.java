package io.sallyport.kmip.fuzz;

import java.nio.file.Path;

/** Where the inputs of the targets lie; the folders are named as the fuzzer looks for them. */
public final class Corpus {
    private static final Path ROOT = Path.of("src/test/resources/io/sallyport/kmip/fuzz");

    public static final Path TTLV =
            ROOT.resolve("TtlvFuzzTestInputs/whatIsAcceptedIsEncodedToTheSameBytes");
    public static final Path REQUESTS =
            ROOT.resolve("MessageFuzzTestInputs/aRequestIsReadOrRefused");
    public static final Path RESPONSES =
            ROOT.resolve("MessageFuzzTestInputs/aResponseThatIsReadCanBeWrittenAndReadAgain");
    public static final Path XML =
            ROOT.resolve("XmlFuzzTestInputs/whatIsAcceptedIsReadBackAsTheSameItems");
    public static final Path JSON =
            ROOT.resolve("JsonFuzzTestInputs/whatIsAcceptedIsReadBackAsTheSameItem");

    private Corpus() {}
}
