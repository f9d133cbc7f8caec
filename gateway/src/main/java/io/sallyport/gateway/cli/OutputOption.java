package io.sallyport.gateway.cli;

import picocli.CommandLine.Option;

/** The option {@code --output}. */
final class OutputOption {
    /** Forms of output. */
    enum Form {
        TABLE, JSON
    }

    @Option(names = "--output", paramLabel = "FORM", defaultValue = "table",
            description = "table or json (default: table)")
    private Form form = Form.TABLE;

    /** Made by picocli. */
    OutputOption() {}

    boolean isJson() {
        return form == Form.JSON;
    }
}
