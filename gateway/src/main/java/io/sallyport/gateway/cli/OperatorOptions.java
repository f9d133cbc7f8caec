package io.sallyport.gateway.cli;

import java.io.IOException;

import io.sallyport.gateway.admin.AdminClient;
import io.sallyport.gateway.home.Home;
import io.sallyport.gateway.home.HomeException;
import picocli.CommandLine.Mixin;

/** The options of commands that a running gateway carries out: its home, and how to answer. */
final class OperatorOptions {
    @Mixin
    private HomeOption home = new HomeOption();

    @Mixin
    private OutputOption output = new OutputOption();

    /** Made by picocli. */
    OperatorOptions() {}

    /** The gateway that runs on the home. */
    AdminClient gateway() throws HomeException, IOException, CommandException {
        return OperatorAccess.required(Home.open(home.path()));
    }

    boolean isJson() {
        return output.isJson();
    }
}
